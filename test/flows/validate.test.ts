import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { newerFormat, noSuchFile, nothingOnStdin } from "../../src/fixtures/sentences.ts";
import { reportUnwritable } from "../../src/commands/sentences/validating.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";
import { writeFiles } from "../harness/write-files.ts";

const removed = {
  uuid: "0b326b16-0000-4fca-83f3-314ad567b4b8",
  timestamp: 1_517_825_557_145,
  resource: { type: "SUBSCRIPTION", uuid: "a4ace961-0000-4f28-b09d-af98a7a80e99" },
  resourceAction: "REMOVED",
};
const resource = removed.resource;
const fixture = (payload: unknown, more = {}) => JSON.stringify({ appdirectHooks: 1, payload, ...more });
const line = (different = {}) => JSON.stringify({ ...removed, ...different });

test("a line for each document, its issues below it, and a summary", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, {
    "in/a.json": line(),
    "in/b.json": `{\n${line({ timestamp: "1517825557145", extra: 1 }).slice(1)}`,
  });
  const { status, stdout, stderr } = await run(["validate", "in/a.json", "in/b.json"]);
  expect([status, stderr]).toEqual([1, ""]);
  expect(stdout.split("\n")).toEqual([
    "✓ in/a.json  subscription.removed",
    "✖ in/b.json  subscription.removed  1 error, 1 note",
    '  ✖ in/b.json:2:47 timestamp: found the text "1517825557145"; documented: epoch milliseconds. Write it without quotes: 1517825557145.',
    expect.stringMatching(/^ {2}! in\/b\.json:2:\d+ extra: found a number; documented: no field of this name\.$/),
    "2 documents: 1 valid, 1 invalid (1 error, 1 note).",
    "",
  ]);
});

test.each([
  ["a timestamp in seconds", line({ timestamp: 1_517_825_557 }), "timestamp: ", "1517825557000"],
  ["an id that is a number", line({ uuid: 7 }), "uuid: found the number 7", 'Write it as text: "7".'],
  [
    "a type in small letters",
    line({ resource: { ...resource, type: "subscription" } }),
    "resource.type: ",
    "SUBSCRIPTION.",
  ],
  ["an action in another case", line({ resourceAction: "Removed" }), "resourceAction: ", "AppDirect writes REMOVED."],
  [
    "content of what was removed",
    line({ resource: { ...resource, content: { id: 1 } } }),
    "resource.content: ",
    "an object",
  ],
  [
    "a list that has something else than objects",
    `[${line()}, 1]`,
    "found a list",
    "Write each payload as a separate object",
  ],
  ["XML", "<event>\n<type>USER</type>\n</event>", "1:1: found XML or HTML", "documented: JSON."],
  ["JSON that is cut off", '{\n"uuid": ', "2:9: found JSON that is cut off", "documented: JSON."],
  ["nothing", " ", "found nothing", "documented: JSON."],
  [
    "an integration event",
    '{"type":"USER_ASSIGNMENT","marketplace":{}}',
    "integration event (USER_ASSIGNMENT)",
    "Integration events go",
  ],
  [
    "a fixture whose body was not JSON",
    fixture(null, { rawBody: { encoding: "utf8", data: "no" } }),
    "something else where",
    "JSON",
  ],
  ["a fixture with an error", fixture(removed, { receivedAt: 5 }), "a fixture with an error", 'has 5 as "receivedAt"'],
])("%s is invalid, and the sentence helps", async (_, content, ...parts) => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.json": content });
  const { status, stdout } = await run(["validate", "a.json"]);
  expect(status).toBe(1);
  for (const part of parts) expect(stdout).toContain(part);
  expect(stdout).toMatch(/\n1 document: 1 invalid \(1 error\)\.\n$/);
});

test("of a fixture the payload is checked, and places count from the file's beginning", async () => {
  const { run, folder } = await temporaryProject();
  const text = JSON.stringify({ appdirectHooks: 1, payload: { ...removed, timestamp: "x" } }, null, 2);
  await writeFiles(folder, { "a.json": text });
  expect((await run(["validate", "a.json"])).stdout).toContain("\n  ✖ a.json:5:5 timestamp: ");
});

test("standard input is read where nothing is named, documents of one line and of several", async () => {
  const { run } = await temporaryProject();
  const input = `${line()}\n${JSON.stringify({ ...removed, uuid: 7 }, null, 2)}\n${fixture(removed)}\n`;
  const { status, stdout } = await run(["validate"], { input });
  expect(status).toBe(1);
  expect(stdout.split("\n")).toEqual([
    "✓ standard input, line 1  subscription.removed",
    "✖ standard input, line 2  subscription.removed  1 error",
    '  ✖ standard input:3:3 uuid: found the number 7; documented: text. Write it as text: "7".',
    "✓ standard input, line 11  subscription.removed",
    "3 documents: 2 valid, 1 invalid (1 error).",
    "",
  ]);
  expect(await run(["validate"])).toMatchObject({ status: 2, stdout: "", stderr: shownError(nothingOnStdin()) });
});

test("what generate makes is valid, and a currency that does not exist is not", async () => {
  const { run } = await temporaryProject();
  const make = ["generate", "order.added", "--seed", "1"];
  const made = await run(make);
  expect((await run(["validate", "-"], { input: made.stdout })).status).toBe(0);
  const { stdout: input } = await run([...make, "--set", "resource.content.currency=EURO"]);
  const { status, stdout } = await run(["validate", "-"], { input });
  expect(status).toBe(1);
  expect(stdout).toContain(
    'resource.content.currency: found the text "EURO"; documented: an ISO 4217 currency code. Write it as EUR.',
  );
});

test("folders and patterns select as in replay", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "in/deep/a.json": line(), "in/b.json": fixture(removed) });
  expect((await run(["validate", "in"])).stdout).toContain("2 documents: 2 valid.\n");
  expect((await run(["validate", "in/**/a.*"])).stdout).toContain("1 document: 1 valid.\n");
});

test("a file of several documents has one for each, and a broken one spoils no other", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.ndjson": `${line()}\n{"uuid":\n${line()}\n` });
  const { stdout } = await run(["validate", "a.ndjson"]);
  expect(stdout.split("\n").filter((one) => /^\S/.test(one))).toEqual([
    "✓ a.ndjson, line 1  subscription.removed",
    "✖ a.ndjson, line 2  1 error",
    "✓ a.ndjson, line 3  subscription.removed",
    "3 documents: 2 valid, 1 invalid (1 error).",
  ]);
});

test("a fixture of a newer version is named and skipped: 2, and 1 where another is invalid", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "new.json": '{"appdirectHooks":2}', "a.json": line(), "b.json": line({ uuid: 1 }) });
  const skipped = await run(["validate", "new.json", "a.json"]);
  expect(skipped).toMatchObject({ status: 2, stderr: shownError(newerFormat("new.json", 2)) });
  expect(skipped.stdout).toContain("2 documents: 1 valid, 1 not checked.\n");
  expect((await run(["validate", "new.json", "b.json"])).status).toBe(1);
  const missing = await run(["validate", "c.json"]);
  expect([missing.status, missing.stderr]).toEqual([
    2,
    shownError(noSuchFile("c.json", { cwd: folder, suggestion: "Did you mean a.json?" })),
  ]);
});

test("--strict makes notes errors, and --quiet prints only what is invalid", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.json": line({ extra: 1 }) });
  expect(await run(["validate", "a.json", "--quiet"])).toMatchObject({ status: 0, stdout: "" });
  const { status, stdout } = await run(["validate", "a.json", "--quiet", "--strict"]);
  expect([status, stdout.split("\n")[0]]).toEqual([1, "✖ a.json  subscription.removed  1 error"]);
});

test("--json is a line for each document and nothing else", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.json": line({ uuid: 7 }) });
  const lines = jsonLines((await run(["validate", "a.json", "--json"])).stdout);
  const message = 'found the number 7; documented: text. Write it as text: "7".';
  const issue = { severity: "error", kind: "wrong value", path: "uuid", line: 1, column: 2, found: "the number 7" };
  const issues = [{ ...issue, documented: "text", advice: 'Write it as text: "7".', message }];
  expect(lines).toEqual([
    { name: "a.json", file: join(folder, "a.json"), event: "subscription.removed", valid: false, issues },
  ]);
});

test("both reports at once, and the summary", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.json": line({ uuid: 7 }) });
  const { status, stdout } = await run(["validate", "a.json", "--report", "github,junit=out/report.xml"]);
  expect([status, stdout]).toEqual([
    1,
    '::error file=a.json,line=1,col=2,title=uuid::found the number 7; documented: text. Write it as text: "7".\n1 document: 1 invalid (1 error).\n',
  ]);
  const report = await readFile(join(folder, "out/report.xml"), "utf8");
  expect(report).toContain('<testcase name="a.json" classname="subscription.removed" file="a.json" line="1">');
});

test("a report that cannot be written, is not known, or has no place ends the program before the work", async () => {
  const { run, folder } = await temporaryProject();
  await mkdir(join(folder, "out"));
  await writeFile(join(folder, "a.json"), line());
  const unwritable = await run(["validate", "a.json", "--report", "junit=out"]);
  const message = shownError(reportUnwritable(join(folder, "out"), undefined));
  expect(unwritable).toMatchObject({ status: 3, stdout: "", stderr: message });
  const both = await run(["validate", "a.json", "--json", "--report", "github"]);
  const hint = "Leave one of them out.";
  const said = "--json and a --report without a file both write to standard output.";
  expect([both.status, jsonLines(both.stderr)]).toEqual([2, [{ error: { code: "USAGE", message: said, hint } }]]);
  const unknown = await run(["validate", "a.json", "--report", "gitlab"]);
  expect(unknown.stderr).toMatch(/^✖ --report gitlab contains an unknown report: "gitlab"\.\n/);
  expect((await run(["validate", "a.json", "--report", "junit"])).stderr).toContain("junit=report.xml");
});

test("secrets are never printed, control characters as JSON writes them", async () => {
  const { run, folder } = await temporaryProject();
  const content = { password: "sesame-1", "access-token": "sesame-2", "odd\u001bname": "sesame" };
  const added = { ...removed, resource: { ...resource, type: "USER", content }, resourceAction: "ADDED" };
  await writeFiles(folder, { "a.json": JSON.stringify(added), "b.json": '{"password": sesame-3}' });
  for (const more of [[], ["--json"], ["--report", "github"]]) {
    const { status, stdout, stderr } = await run(["validate", "a.json", "b.json", ...more]);
    expect(status).toBe(1);
    expect(stdout).toContain("password");
    expect(stdout + stderr).not.toMatch(/sesame|\u001b/);
  }
});

test("Ctrl-C ends it while it waits for standard input, and a closed pipe ends it quietly", async () => {
  const { start, run } = await temporaryProject();
  const running = start(["validate"]);
  running.input.write(`${line()}\n${line()}\n`);
  await running.untilOut(/line 1/);
  running.kill("SIGINT");
  expect(await running.ended).toMatchObject({ status: 1, stderr: "" });
  const input = `${line()}\n`.repeat(5_000);
  const { stdout, stderr } = await run(["validate"], { input, through: '"$@" | head -1' });
  expect([stdout, stderr]).toEqual(["✓ standard input, line 1  subscription.removed\n", ""]);
});
