import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { withAllEvents } from "../../src/commands/sentences/generating.ts";
import { expandPatterns, parsePatterns } from "../../src/events/index.ts";
import { readFixture } from "../../src/fixtures/index.ts";
import { fileExists } from "../../src/fixtures/sentences.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedFiles } from "../harness/recordings.ts";
import { refusal } from "../harness/refusal.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { shownError } from "../harness/shown-error.ts";
import { purchase } from "../harness/purchase.ts";

test("one event that is piped is one line of JSON", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["generate", "subscription.added"]);
  expect([status, stderr]).toEqual([0, ""]);
  expect(jsonLines(stdout)).toMatchObject([{ resource: { type: "SUBSCRIPTION" }, resourceAction: "ADDED" }]);
});

test("--count is so many of each, a line each", async () => {
  const { run } = await temporaryProject();
  const lines = jsonLines((await run(["generate", "user.added", "order.changed", "--count", "3"])).stdout);
  const names = lines.map(({ resource, resourceAction }) => `${typeOf(resource)}.${resourceAction}`);
  expect(names.filter((name) => name === "USER.ADDED")).toHaveLength(3);
  expect(names.filter((name) => name === "ORDER.CHANGED")).toHaveLength(3);
  expect(new Set(lines.map(({ uuid }) => uuid)).size).toBe(6);
});

test("--seed gives the same bytes again, and another seed others", async () => {
  const { run } = await temporaryProject();
  const make = async (seed: string) => (await run(["generate", "--scenario", "purchase", "--seed", seed])).stdout;
  expect(await make("7")).toBe(await make("7"));
  expect(await make("8")).not.toBe(await make("7"));
});

test("--scenario purchase tells one purchase of one company", async () => {
  const { run } = await temporaryProject();
  const lines = jsonLines((await run(["generate", "--scenario", "purchase"])).stdout);
  const names = lines.map(({ resource, resourceAction }) => `${typeOf(resource)}.${resourceAction}`.toLowerCase());
  expect(names).toEqual(purchase);
  const [company] = lines.map(({ resource }) => resource);
  const id = /"uuid":"([^"]+)"/.exec(JSON.stringify(company))?.[1] ?? "no id";
  expect(lines.map((line) => JSON.stringify(line).includes(id))).toEqual([true, true, true, true, true, true]);
});

test("--set changes what is made, and a path that is in no payload is said", async () => {
  const { run } = await temporaryProject();
  const changed = await run(["generate", "user.added", "--set", "resource.content.email=ada@example.com"]);
  expect(jsonLines(changed.stdout)).toMatchObject([{ resource: { content: { email: "ada@example.com" } } }]);
  const unmatched = await run(["generate", "user.added", "--unset", "resource.contnt"]);
  expect(unmatched.status).toBe(0);
  expect(unmatched.stderr).toBe("! resource.contnt is not in any payload, so nothing was changed there.\n");
});

test("--out writes fixtures in their order, and overwrites them with --yes alone", async () => {
  const { run, folder } = await temporaryProject();
  const make = ["generate", "--scenario", "purchase", "--out", "made"];
  const files = purchase.map((event, index) => `000${index + 1}-${event}.json`);
  const { status, stdout } = await run([...make, "--seed", "1"]);
  expect([status, stdout]).toEqual([0, files.map((file) => `${join("made", file)}\n`).join("")]);
  expect(await recordedFiles(join(folder, "made"))).toEqual(files);
  const first = join(folder, "made", files[0] ?? "");
  expect(await readFixture(first)).toMatchObject({ appdirectHooks: 1, event: "company.added" });
  const before = await readFile(first, "utf8");
  const refused = await run([...make, "--seed", "2"]);
  expect([refused.status, refused.stdout]).toEqual([2, ""]);
  expect(refused.stderr).toBe(shownError(fileExists(first)));
  expect(await readFile(first, "utf8")).toBe(before);
  expect(await run([...make, "--seed", "1"])).toEqual({ status, stdout, stderr: "" });
  expect((await run([...make, "--seed", "2", "--yes"])).status).toBe(0);
  expect(await readFile(first, "utf8")).not.toBe(before);
});

test("after a file that cannot be written there is none", async () => {
  const { run, folder } = await temporaryProject();
  const taken = join(folder, "made", "0003-user.added.json");
  await mkdir(join(folder, "made"));
  await writeFile(taken, "other");
  const { status, stdout, stderr } = await run(["generate", "user.added", "--count", "20", "--out", "made"]);
  expect([status, stderr]).toEqual([2, shownError(fileExists(taken))]);
  const names = ["0001-user.added.json", "0002-user.added.json", "0003-user.added.json"];
  expect(stdout).toBe(
    names
      .slice(0, 2)
      .map((name) => `${join("made", name)}\n`)
      .join(""),
  );
  expect((await readdir(join(folder, "made"))).toSorted()).toEqual(names);
});

test("--to sends instead of printing", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["generate", "--scenario", "purchase", "--to", handler.url]);
  expect(status).toBe(0);
  expect(stdout.match(/^\S+ → \S+ {2}200 .*$/gm)).toHaveLength(6);
  expect(stderr).toMatch(/\ndelivered +6\n/);
  expect(handler.requests.map(sentPayload)).toMatchObject(
    purchase.map((name) => ({ resource: { type: name.split(".")[0]?.toUpperCase() } })),
  );
});

test.skipIf(process.platform === "win32")("generate into replay sends what was printed", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run, typed } = await temporaryProject();
  const through = `"$@" | tee printed.ndjson | ${typed} replay - --to ${handler.url}`;
  expect((await run(["generate", "user.added", "--count", "3"], { through })).status).toBe(0);
  const { stdout } = await run([], { through: "cat printed.ndjson" });
  expect(handler.requests.map(sentPayload)).toEqual(jsonLines(stdout));
});

test.skipIf(process.platform === "win32")("a reader that has enough ends it quietly", async () => {
  const { run } = await temporaryProject();
  const through = `{ "$@"; echo "exit $?" >&2; } | head -n 1`;
  const { stdout, stderr } = await run(["generate", "user.added", "--count", "100000"], { through });
  expect(jsonLines(stdout)).toHaveLength(1);
  expect(stderr).toBe("exit 0\n");
});

const mistakes: [args: string[], message: string, hint: string][] = [
  [[], "Nothing to generate.", "Name an event such as subscription.added, or use --scenario or --all."],
  [["user.added", "--scenario", "purchase"], "Events, --scenario and --all cannot be combined.", "Keep one of them."],
  [
    ["user.added", "--locale", "de-XX", "--out", "made"],
    'The locale "de-XX" is not available.',
    "Did you mean de-DE? Locales: en-US, ",
  ],
  [
    ["user.added", "--at", "1971-03-01T00:00:00Z"],
    "1971-03-01T00:00:00.000Z cannot be the time of an event.",
    "Use a time from 1980 to 4999",
  ],
  [
    ["--scenario", "purchase", "--at", "9999-12-31"],
    "9999-12-31T00:00:00.000Z cannot be the time of an event.",
    "Use a time from 1980 to 4999",
  ],
  [
    ["user.added", "--out", "made", "--to", "3000"],
    "--out and --to cannot be combined: one writes, the other sends.",
    "Keep one of them; replay sends what --out wrote.",
  ],
];

test.each(mistakes)("generate with %j is refused with what to do instead", async (args, message, hint) => {
  const { run, folder } = await temporaryProject();
  const { status, stdout, stderr } = await run(["generate", ...args]);
  expect([status, stdout, await readdir(folder)]).toEqual([2, "", []]);
  const [said, ...hints] = stderr.split("\n");
  expect([said, hints.at(-1)]).toEqual([`✖ ${message}`, ""]);
  expect(hints[0]).toContain(`  ${hint}`);
});

test.each([
  ["subscripton.added", refusal(() => parsePatterns("subscripton.added"))],
  ["unknown", refusal(() => expandPatterns(["unknown"]))],
])("generate %s is refused, and nothing is made", async (name, error) => {
  const { run, folder, typed } = await temporaryProject();
  const stderr = shownError(withAllEvents(error, typed));
  expect(await run(["generate", name])).toEqual({ status: 2, stdout: "", stderr });
  expect(stderr).toMatch(/\n {2}To list all events: node .* events\n$/);
  expect(await readdir(folder)).toEqual([]);
});

function typeOf(resource: unknown): unknown {
  return typeof resource === "object" && resource !== null && "type" in resource ? resource.type : undefined;
}
