#!/usr/bin/env node
// Old syntax on purpose: a Node of any age must be able to read this file, to say what it lacks.
"use strict";

var argument = process.argv.length === 3 ? process.argv[2] : undefined;

if (argument === "--version" || argument === "-V" || argument === "-v") {
  printVersion();
} else if (isTooOld(process.versions.node)) {
  process.stderr.write(
    "✖ appdirect-hooks needs Node 20.19 or newer, and this is Node " +
      process.versions.node +
      ".\n" +
      "  Install a newer Node, then run the same command again.\n"
  );
  process.exitCode = 3;
} else {
  require("./start.js");
}

function isTooOld(version) {
  var parts = version.split(".").map(Number);
  return parts[0] < 20 || (parts[0] === 20 && parts[1] < 19);
}

function printVersion() {
  var text = require("../package.json").version + "\n";
  try {
    // Not process.stdout: setting up that stream takes longer than all the rest of this answer.
    require("fs").writeSync(1, text);
  } catch (cause) {
    if (cause.code !== "EPIPE" && cause.code !== "EOF") process.stdout.write(text);
  }
}
