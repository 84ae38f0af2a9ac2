import { expect, test } from "vitest";
import { documentLines, type CheckedDocument } from "../../../src/output/index.ts";
import { createTheme } from "../../../src/output/index.ts";

type PlacedIssue = CheckedDocument["issues"][number];

const issue = (path: string, different: Partial<PlacedIssue> = {}): PlacedIssue => ({
  severity: "error",
  kind: "wrong value",
  path,
  found: "the number 7",
  documented: "text",
  message: "found the number 7; documented: text.",
  ...different,
});
const leftOut = (path: string) =>
  issue(path, { severity: "note", kind: "missing", message: "missing; documented: text, or null." });

async function lines(
  issues: PlacedIssue[],
  different: Partial<CheckedDocument> = {},
  width = Number.POSITIVE_INFINITY,
) {
  const document = { name: "a.json", source: "a.json", event: "user.added", valid: false, issues, isCut: false };
  const theme = await createTheme(0);
  return documentLines({ ...document, ...different }, { theme, width }).split("\n");
}

test("a document is told with how much is wrong, each issue with its place", async () => {
  const placed = issue("resource.content.email", { line: 12, column: 7 });
  expect(await lines([placed, issue("uuid")])).toEqual([
    "✖ a.json  user.added  2 errors",
    "  ✖ a.json:12:7 resource.content.email: found the number 7; documented: text.",
    "  ✖ uuid: found the number 7; documented: text.",
    "",
  ]);
  expect(await lines([], { valid: true })).toEqual(["✓ a.json  user.added", ""]);
});

test("fields left out that may be null are one line for each object, and counted one by one", async () => {
  const issues = [
    leftOut("resource.content.title"),
    issue("resource.content.email"),
    leftOut("resource.content.idpUuid"),
    leftOut("resource.content.memberships[0].company.size"),
    leftOut("resource.content.memberships[0].company.dealer"),
    leftOut("note"),
  ];
  expect(await lines(issues)).toEqual([
    "✖ a.json  user.added  1 error, 5 notes",
    "  ! resource.content: missing (documented as null if there is no value): title, idpUuid.",
    "  ✖ resource.content.email: found the number 7; documented: text.",
    "  ! resource.content.memberships[0].company: missing (documented as null if there is no value): size, dealer.",
    "  ! note: missing; documented: text, or null.",
    "",
  ]);
});

test("a missing field that may not be null stays on its line", async () => {
  const missing = { kind: "missing", message: "missing; documented: text." } as const;
  expect((await lines([issue("a.b", missing), issue("a.c", missing)])).slice(1, 3)).toEqual([
    "  ✖ a.b: missing; documented: text.",
    "  ✖ a.c: missing; documented: text.",
  ]);
});

test("long lines are wrapped between words, and what was cut is said", async () => {
  expect(await lines([issue("resource.content.email", { line: 1, column: 1 })], { isCut: true }, 40)).toEqual([
    "✖ a.json  user.added  1 error",
    "  ✖ a.json:1:1 resource.content.email:",
    "    found the number 7; documented:",
    "    text.",
    "  … and more: the first 1 are shown.",
    "",
  ]);
});

test("what could move the cursor stands escaped", async () => {
  const [head, first] = await lines([issue("a\u001b[31m")], { name: "b\u0007.json" });
  expect([head, first].join("")).not.toMatch(/[\u0000-\u001f]/);
});
