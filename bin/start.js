"use strict";

const { existsSync } = require("node:fs");
const { join } = require("node:path");

import("../dist/main.js").then((main) => main.start(), explainMissingBuild);

/** A clone has no dist until it was built; any other failure to load is a defect and keeps its stack. */
function explainMissingBuild(cause) {
  if (existsSync(join(__dirname, "..", "dist", "main.js"))) throw cause;
  process.stderr.write("✖ appdirect-hooks has not been built here: dist/main.js is missing.\n  Run: npm run build\n");
  process.exitCode = 70;
}
