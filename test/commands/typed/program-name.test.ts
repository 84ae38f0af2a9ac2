import { expect, test } from "vitest";
import { programName } from "../../../src/commands/index.ts";

const cwd = "/home/ada/shop";

test.each([
  [
    "started by npx or npm",
    "/home/ada/shop/node_modules/.bin/appdirect-hooks",
    "npx appdirect-hooks",
    { npm_command: "exec" },
  ],
  ["installed for the whole machine", "/usr/local/bin/appdirect-hooks", "appdirect-hooks", {}],
  ["installed on Windows", "C:\\npm\\appdirect-hooks.cmd", "appdirect-hooks", {}],
  [
    "installed for the whole machine, and started by its file as npm's starters on Windows do",
    "/usr/lib/node_modules/appdirect-hooks/bin/appdirect-hooks.js",
    "appdirect-hooks",
    {},
  ],
  [
    "installed in the project, and started by its file",
    "/home/ada/shop/node_modules/appdirect-hooks/bin/appdirect-hooks.js",
    "npx appdirect-hooks",
    {},
  ],
  ["started from its sources", "/home/ada/hooks/bin/appdirect-hooks.js", "node ../hooks/bin/appdirect-hooks.js", {}],
  ["started from a folder with a space", "/home/ada/shop/my hooks/bin/a.js", 'node "my hooks/bin/a.js"', {}],
])("%s, it is typed again the same way", (_, programFile, typed, env) => {
  // A backslash separates on Windows alone: basename of the machine the test runs on must not matter.
  const file = process.platform === "win32" ? programFile : programFile.replaceAll("\\", "/");
  expect(programName({ cwd, env, programFile: file })).toBe(typed);
});
