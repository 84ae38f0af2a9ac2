import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notTogether } from "../../src/commands/sentences/not-together.ts";
import { HooksError } from "../../src/errors.ts";
import {
  badCount,
  cutOff,
  noFileFits,
  noSuchFile,
  nothingNamed,
  nothingOnStdin,
  nothingRecorded,
} from "../../src/fixtures/sentences.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { sentBody, sentPayload } from "../harness/sent-body.ts";
import { shownError } from "../harness/shown-error.ts";
import { temporaryProject } from "../harness/project.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const taking = () => startRawServer((socket) => socket.write(answerWith(200)));

const company = (number: number) => numberedWebhook(number, { resource: { type: "COMPANY", uuid: "c" } });
const bodies = [numberedWebhook(1), company(2), numberedWebhook(3)];

test.each([
  ["the beginning of an id", ["00000002"], [2]],
  ["a pattern that no shell expanded", ["fixtures/**/*0000000[13].json"], [1, 3]],
  ["a pattern for a folder", ["fixtures/user.*"], [1, 3]],
  ["a folder", ["fixtures"], [1, 2, 3]],
  ["several names, in the order typed", ["00000003", "fixtures/company.added", "last"], [3, 2, 3]],
  ["--events", ["fixtures", "--events", "company.*"], [2]],
])("%s selects", async (_, args, numbers) => {
  const handler = await taking();
  const { run } = await recordedProject(bodies);
  const { status } = await run(["replay", ...args, "--to", handler.url]);
  expect(status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject(numbers.map((number) => ({ uuid: uuidOf(number) })));
});

test("- reads payloads from standard input, one after another", async () => {
  const handler = await taking();
  const { run } = await temporaryProject();
  const input = `${bodies.join("\n")}\n${JSON.stringify(JSON.parse(numberedWebhook(4)), null, 2)}`;
  const { status, stdout } = await run(["replay", "-", "--to", handler.url], { input });
  expect(status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject([1, 2, 3, 4].map((number) => ({ uuid: uuidOf(number) })));
  expect(stdout).toMatch(/^user\.added → .* {2}standard input, line 1\n/);
});

test("a target gets only the events in front of it", async () => {
  const [users, companies] = [await taking(), await taking()];
  const { run } = await recordedProject(bodies);
  const { status } = await run(["replay", "fixtures", "--to", `user=${users.url}`, "--to", `company=${companies.url}`]);
  expect([status, users.requests.length, companies.requests.length]).toEqual([0, 2, 1]);
});

const nothing: [args: string[], error: (cwd: string) => HooksError][] = [
  [[], nothingNamed],
  [["last"], () => nothingRecorded("fixtures")],
  [["-"], nothingOnStdin],
  [["last:none"], () => badCount("last:none")],
  [
    ["plans/new.json"],
    (cwd) => noSuchFile("plans/new.json", { cwd, suggestion: "Did you mean now.json? It is in plans." }),
  ],
  [["plans/*.txt"], (cwd) => noFileFits("plans/*.txt", { cwd, suggestion: undefined })],
  [
    ["--failed"],
    () =>
      new HooksError("NOTHING_SELECTED", {
        message: "This project has no recorded session yet.",
        hint: "Record an event with listen, or name fixtures: a file, a folder, last.",
      }),
  ],
  [["--failed", "last"], () => notTogether("--failed selects the events itself and cannot be combined with last.")],
];

test.each(nothing)("%j selects nothing and says so", async (args, error) => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "plans/now.json": numberedWebhook(1) });
  expect(await run(["replay", ...args, "--to", handler.url])).toEqual({
    status: 2,
    stdout: "",
    stderr: shownError(error(folder)),
  });
  expect(handler.requests).toEqual([]);
});

test("--events that leave nothing is a selection of nothing", async () => {
  const handler = await taking();
  const { run } = await recordedProject(bodies);
  expect(await run(["replay", "fixtures", "--events", "order", "--to", handler.url])).toEqual({
    status: 2,
    stdout: "",
    stderr: "✖ None of the selected events matches order.\n  Select other fixtures, or leave --events out.\n",
  });
});

test.each([[[]], [["--events", "user"]], [["--dry-run"]]])(
  "a target that takes nothing of it (%j) is a selection of nothing",
  async (more) => {
    const handler = await taking();
    const { run } = await recordedProject(bodies);
    const { status, stdout, stderr } = await run(["replay", "last", "--to", `order=${handler.url}`, ...more]);
    const wanted = more.length === 2 ? "user and order" : "order";
    expect([status, stdout, handler.requests]).toEqual([2, "", []]);
    expect(stderr).toBe(
      `✖ None of the selected events matches ${wanted}.\n` +
        "  Select other fixtures, or send to a target that accepts them.\n",
    );
  },
);

test("one document over standard input goes as its file would, its last line feed included", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  const input = `${JSON.stringify(JSON.parse(numberedWebhook(1)), null, 2)}\n`;
  await writeFiles(folder, { "payload.json": input });
  await run(["replay", "payload.json", "--to", handler.url]);
  await run(["replay", "-", "--to", handler.url], { input });
  expect(handler.requests.map((request) => sentBody(request).toString())).toEqual([input, input]);
});

test("one bad file among good ones is said, and the others are sent", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "1.json": numberedWebhook(1), "2.json": '{"uuid": "half', "3.json": numberedWebhook(3) });
  const { status, stderr } = await run(["replay", "1.json", "2.json", "3.json", "--to", handler.url]);
  expect(status).toBe(1);
  expect(stderr).toContain(shownError(cutOff("2.json", "line 1, column 15", undefined)));
  expect(stderr).toMatch(/\ndelivered +2\nunreadable +1\n/);
  expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(1) }, { uuid: uuidOf(3) }]);
});

test("an edited payload wins over the bytes that came", async () => {
  const handler = await taking();
  const { run, folder } = await recordedProject([` ${numberedWebhook(1)}`]);
  await writeFile(join(folder, "edited.json"), await editedRecording(folder));
  await rm(join(folder, "fixtures"), { recursive: true });
  expect((await run(["replay", "edited.json", "--to", handler.url])).status).toBe(0);
  expect(sentPayload(handler.requests[0])).toMatchObject({ resource: { content: { firstName: "Grace" } } });
});

async function editedRecording(folder: string): Promise<string> {
  const [fixture] = await recordedFixtures(join(folder, "fixtures"));
  return JSON.stringify(fixture).replace('"firstName":"Ada"', '"firstName":"Grace"');
}
