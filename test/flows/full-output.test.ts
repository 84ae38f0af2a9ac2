import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

/** A device of Linux that is always full. */
const hasFullDevice = process.platform === "linux";
const through = `exec "$@" >/dev/full`;

test.skipIf(!hasFullDevice).each([
  ["generate", ["generate", "user.added"]],
  ["generate of many", ["generate", "--all", "--count", "1000"]],
  ["a listener", ["listen", "--no-tunnel", "--port", "0", "--print-url", "--quiet"]],
  ["the help", ["--help"]],
])("%s that cannot write its output is exit 3, and says so", async (_, args) => {
  const { start } = await temporaryProject();
  const { status, stderr } = await start(args, { through }).ended;
  expect([status, stderr]).toEqual([
    3,
    "✖ Standard output cannot be written (ENOSPC).\n  Free some disk space, or redirect the output elsewhere.\n",
  ]);
});
