import { expect, test } from "vitest";
import { commandBeside, hintLines, shellLines, shellWord } from "../../src/output/shell-lines.ts";
import { paste, pasteAll } from "../harness/paste.ts";

test("a command that fits is one line, up to its last character", () => {
  expect(shellLines("node a.js --to 3000", 21)).toEqual(["node a.js --to 3000"]);
});

test("a longer one is broken between its words, and an option keeps its value", () => {
  expect(shellLines("node a.js replay last --to 3000 --dry-run", 24)).toEqual([
    "node a.js replay last \\",
    "  --to 3000 --dry-run",
  ]);
  expect(shellLines("node a.js replay last --to 3000 --dry-run", 20)).toEqual([
    "node a.js replay \\",
    "  last --to 3000 \\",
    "  --dry-run",
  ]);
});

test("a line is never broken within quotes, however long they are", () => {
  const quoted = `'select(.type == "event").fixture.payload'`;
  expect(shellLines(`node a.js listen --json | jq -c ${quoted}`, 29)).toEqual([
    "node a.js listen --json \\",
    "  | jq \\",
    `  -c ${quoted}`,
  ]);
});

test("a redirection keeps its file", () => {
  expect(shellLines("node a.js replay - < payload.json", 19)).toEqual([
    "node a.js replay \\",
    "  - \\",
    "  < payload.json",
  ]);
});

test("wide characters take their two places", () => {
  expect(shellLines("node 株式会社 --fast", 20)).toEqual(["node 株式会社 \\", "  --fast"]);
});

const words = [
  "it's here",
  'say "so"',
  "a\\b",
  "$HOME `id` !!",
  "two\nlines",
  "",
  "plain",
  "株式会社",
  "*.json",
  "--to",
];

test("at any width bash reads the same words out of it", async () => {
  const command = ["node", ...words.map(shellWord)].join(" ");
  const widths = [10, 20, 40, 60, 100, Number.POSITIVE_INFINITY];
  const pasted = await pasteAll(widths.map((width) => shellLines(command, width).join("\n")));
  expect(pasted).toEqual(widths.map(() => ({ started: [["node", ...words]], status: 0, errors: "" })));
});

test("a quote that nothing closes is left as it is", () => {
  expect(shellLines("node it's here", 100)).toEqual(["node it's here"]);
});

test("a command stands beside its sentence, or below where that is too narrow", async () => {
  const typed = "npx appdirect-hooks replay --failed";
  expect(commandBeside("Again:", typed, 42)).toEqual([`Again: ${typed}`]);
  expect(commandBeside("Again:", typed, 41)).toEqual(["Again:", `  ${typed}`]);
  expect((await paste(commandBeside("Again:", typed, 30).slice(1).join("\n"))).started).toEqual([
    ["npx", "appdirect-hooks", "replay", "--failed"],
  ]);
});

test("a hint is wrapped at words and indented, and the command that it ends in is not wrapped", () => {
  expect(hintLines("Choose another port, or close it.", 22)).toEqual(["  Choose another port,", "  or close it."]);
  expect(hintLines("To close it: npx appdirect-hooks tunnel stop", 40)).toEqual([
    "  To close it:",
    "    npx appdirect-hooks tunnel stop",
  ]);
  expect(hintLines("Or: node bin/appdirect-hooks.js doctor\n  as it is", 12)).toEqual([
    "  Or:",
    "    node \\",
    "      bin/appdirect-hooks.js \\",
    "      doctor",
    "    as it is",
  ]);
});
