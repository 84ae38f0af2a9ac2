"use strict";

const { existsSync, access } = require("node:fs");
const { join } = require("node:path");

takeEnoughThreads();
import("../dist/main.js").then((main) => main.start(), explainMissingBuild);

/**
 * For files that are flushed at once: the more there are, the more share one flush of the disk. Node takes them with the
 * first file it is asked for; the variable is not meant for programs that are started from here. Neither help nor replay
 * flush files.
 */
function takeEnoughThreads() {
  if (process.env.UV_THREADPOOL_SIZE !== undefined || isHelpWanted() || process.argv[2] === "replay") return;
  process.env.UV_THREADPOOL_SIZE = "16";
  access(__filename, () => undefined);
  delete process.env.UV_THREADPOOL_SIZE;
}

function isHelpWanted() {
  return process.argv.includes("--help") || process.argv.includes("-h");
}

/** A clone has no dist until it was built; any other failure to load is a defect and keeps its stack. */
function explainMissingBuild(cause) {
  if (existsSync(join(__dirname, "..", "dist", "main.js"))) throw cause;
  process.stderr.write("✖ appdirect-hooks has not been built here: dist/main.js is missing.\n  Run: npm run build\n");
  process.exitCode = 70;
}
