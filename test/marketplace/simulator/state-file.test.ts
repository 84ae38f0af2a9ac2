import { chmod, mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Change } from "../../../src/marketplace/simulator/change.ts";
import { openStateFile } from "../../../src/marketplace/simulator/state-file.ts";
import { rejection } from "../../harness/rejection.ts";
import { shownError } from "../../harness/shown-error.ts";
import { appendAll, changesIn, head, numberedChange, numberedLine, openState } from "../../harness/state-file.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

async function statePath(content?: string | Buffer): Promise<string> {
  const path = join(await temporaryFolder(), "market.jsonl");
  if (content !== undefined) await writeFile(path, content);
  return path;
}

async function refusalOf(path: string): Promise<string> {
  return shownError(await rejection(openState(path)));
}

const everyKind: Change[] = [
  {
    type: "webhook",
    webhook: {
      id: "w-1",
      url: "http://localhost:3000/hooks",
      events: "subscription.added,!order",
      authentication: { scheme: "token", credentials: { token: "s3cret" }, tokenUrl: "http://localhost/token" },
    },
  },
  {
    type: "event",
    at: "2026-11-29T14:05:11.000Z",
    event: "subscription.added",
    payload: { uuid: "429afed8-0001", note: "Zoë\n\u2028", resource: { uuid: "1", list: [1.5, null, true, "x"] } },
    entries: [{ id: "e-1", webhook: "w-1", url: "http://localhost:3000/hooks" }],
  },
  {
    type: "attempt",
    entry: "e-1",
    attempt: {
      number: 1,
      at: "2026-11-29T14:05:12.000Z",
      ms: 12.5,
      delivered: false,
      status: 500,
      reason: "500",
      nextAt: "2026-11-29T15:05:12.000Z",
    },
  },
  {
    type: "attempt",
    entry: "e-1",
    attempt: { number: 2, at: "2026-11-29T14:06:12.000Z", ms: 0, delivered: true, isManual: true },
  },
  { type: "webhook deleted", id: "w-1" },
];

test("every kind of change is read as it was appended, in its order", async () => {
  const path = await statePath();
  await appendAll((await openState(path)).store, everyKind);
  expect(await changesIn(path)).toEqual(everyKind);
});

test("a file is a head and a line for each change, for its owner alone, in a folder that is made", async () => {
  const path = join(await temporaryFolder(), "not", "yet", "market.jsonl");
  const { store, changes } = await openState(path);
  await store.append(numberedChange(1));
  await store.append(numberedChange(2));
  expect(changes).toEqual([]);
  expect(await readFile(path, "utf8")).toBe(head + numberedLine(1) + numberedLine(2));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test("what is appended later comes after what was there", async () => {
  const path = await statePath();
  for (const number of [1, 2, 3]) await appendAll((await openState(path)).store, [numberedChange(number)]);
  expect(await readFile(path, "utf8")).toBe(head + numberedLine(1) + numberedLine(2) + numberedLine(3));
});

test.each([0o644, 0o660, 0o700])("a file with mode %o is closed to others when it is opened", async (mode) => {
  const path = await statePath(head);
  await chmod(path, mode);
  await openState(path);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each(["", "{", '{"appdirectHooks', head.trimEnd()])("%j, as a kill leaves it, counts as new", async (content) => {
  const path = await statePath(content);
  await chmod(path, 0o644);
  await appendAll((await openState(path)).store, [numberedChange(1)]);
  expect(await readFile(path, "utf8")).toBe(head + numberedLine(1));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

test.each([numberedLine(2).trimEnd(), '{"type":"web', "\0\0\0", "é".repeat(300_000)])(
  "a last line without its end is cut off (case %#)",
  async (torn) => {
    const path = await statePath(head + numberedLine(1) + torn);
    expect((await openState(path)).changes).toEqual([numberedChange(1)]);
    expect(await readFile(path, "utf8")).toBe(head + numberedLine(1));
  },
);

test("lines longer than what is read at once, and characters across it, come whole", async () => {
  const path = await statePath();
  const sizes = [262_100, 3, 900_001, 262_144, 1];
  const changes = sizes.map((size) => ({ type: "webhook deleted", id: "é".repeat(size) }) as const);
  await appendAll((await openState(path)).store, changes);
  expect(await changesIn(path)).toEqual(changes);
});

const foreign = ["mine", "# Notes\n", "\n", "{}\n", '{"appdirectHooksMarketplace":"1"}\n', `\uFEFF${head}`];
test.each([...foreign, '{"appdirectHooksMarketplace":0}\n', "null\n", numberedLine(1), "x".repeat(600_000)])(
  "another file is refused and left as it is (case %#)",
  async (content) => {
    const path = await statePath(content);
    await chmod(path, 0o644);
    const before = await stat(path);
    expect(await refusalOf(path)).toBe(
      `✖ The state file ${path} was not written by appdirect-hooks as a state file.\n` +
        "  Name another file: this one was left as it is.\n",
    );
    expect(await readFile(path, "utf8")).toBe(content);
    const after = await stat(path);
    expect([after.mtimeMs, after.mode, await readdir(join(path, ".."))]).toEqual([
      before.mtimeMs,
      before.mode,
      ["market.jsonl"],
    ]);
  },
);

test("a folder in its place is refused, with nothing put beside it", async () => {
  const path = await statePath();
  await mkdir(path);
  const { code, message } = await rejection(openState(path));
  expect([code, message]).toEqual(["UNREADABLE_STATE", `The state file ${path} is not a file.`]);
  expect(await readdir(join(path, ".."))).toEqual(["market.jsonl"]);
});

test("a file of a newer version is refused and left as it is", async () => {
  const content = `{"appdirectHooksMarketplace":2,"more":true}\n${numberedLine(1)}{"torn`;
  const path = await statePath(content);
  expect(await refusalOf(path)).toBe(
    `✖ The state file ${path} is of format 2, from a newer version of appdirect-hooks; this one reads format 1.\n` +
      "  Update with: npm install appdirect-hooks@latest\n",
  );
  expect(await readFile(path, "utf8")).toBe(content);
});

test.each(["garbage", "", '{"type":"web', '{"type":"webhook deleted","id":"\xff"}'])(
  "a line in the middle that is not JSON is named (case %#)",
  async (line) => {
    const content = Buffer.from(`${head}${numberedLine(1)}${line}\n${numberedLine(2)}{"torn`, "latin1");
    const path = await statePath(content);
    expect(await refusalOf(path)).toBe(
      `✖ Line 3 of the state file ${path} is not JSON.\n` +
        "  Correct or delete line 3 in an editor, or name another file.\n",
    );
    expect(await readFile(path)).toEqual(content);
  },
);

const entry = { id: "e", webhook: "w", url: "http://localhost/" };
const event = { type: "event", at: "2026-11-29T14:05:11.000Z", event: "user.added", payload: {}, entries: [entry] };
const attempt = { number: 1, at: "2026-11-29T14:05:11.000Z", ms: 1, delivered: true };
const webhook = { id: "w", url: "http://localhost/", events: "*", authentication: { scheme: "none", credentials: {} } };

test.each<[string, unknown]>([
  ["null", null],
  ["a list", []],
  ["a text", "webhook"],
  ["without a type", { id: "w" }],
  ["of an unknown type", { type: "webhook renamed", id: "w" }],
  ["of a type that every object has", { type: "constructor" }],
  ["a deletion without an id", { type: "webhook deleted" }],
  ["a deletion of a number", { type: "webhook deleted", id: 1 }],
  ["an event at no time", { ...event, at: "soon" }],
  ["an event at a number", { ...event, at: 1_795_442_711_000 }],
  ["an event without a name", { ...event, event: undefined }],
  ["an event whose payload is a list", { ...event, payload: [] }],
  ["an event without entries", { ...event, entries: {} }],
  ["an entry without an address", { ...event, entries: [entry, { ...entry, url: undefined }] }],
  ["an entry without an id", { ...event, entries: [{ ...entry, id: null }] }],
  ["an entry without a webhook", { ...event, entries: [{ ...entry, webhook: 3 }] }],
  ["an attempt at nothing", { type: "attempt", attempt }],
  ["an attempt without itself", { type: "attempt", entry: "e" }],
  ["attempt 0", { type: "attempt", entry: "e", attempt: { ...attempt, number: 0 } }],
  ["attempt 1.5", { type: "attempt", entry: "e", attempt: { ...attempt, number: 1.5 } }],
  ["an attempt of -1 ms", { type: "attempt", entry: "e", attempt: { ...attempt, ms: -1 } }],
  ["an attempt perhaps delivered", { type: "attempt", entry: "e", attempt: { ...attempt, delivered: "yes" } }],
  ["an attempt with a status in words", { type: "attempt", entry: "e", attempt: { ...attempt, status: "200" } }],
  ["an attempt with a numbered reason", { type: "attempt", entry: "e", attempt: { ...attempt, reason: 500 } }],
  ["an attempt not manual", { type: "attempt", entry: "e", attempt: { ...attempt, isManual: false } }],
  ["an attempt at no time", { type: "attempt", entry: "e", attempt: { ...attempt, at: "2026-13-01T00:00:00Z" } }],
  ["an attempt with a next one at no time", { type: "attempt", entry: "e", attempt: { ...attempt, nextAt: "5" } }],
  ["no webhook", { type: "webhook", webhook: "w" }],
  ["a webhook without an id", { type: "webhook", webhook: { ...webhook, id: undefined } }],
  ["a webhook without an address", { type: "webhook", webhook: { ...webhook, url: undefined } }],
  ["a webhook of unknown events", { type: "webhook", webhook: { ...webhook, events: "usr.adedd" } }],
  ["a webhook of no events", { type: "webhook", webhook: { ...webhook, events: ["user"] } }],
  ["a webhook without authentication", { type: "webhook", webhook: { ...webhook, authentication: undefined } }],
  [
    "a webhook with an unknown scheme",
    { type: "webhook", webhook: { ...webhook, authentication: { scheme: "toString", credentials: {} } } },
  ],
  ["a webhook without credentials", { type: "webhook", webhook: { ...webhook, authentication: { scheme: "none" } } }],
  [
    "a webhook with a numbered token",
    { type: "webhook", webhook: { ...webhook, authentication: { scheme: "none", credentials: { token: 1 } } } },
  ],
  [
    "a webhook with a numbered token address",
    { type: "webhook", webhook: { ...webhook, authentication: { scheme: "none", credentials: {}, tokenUrl: 1 } } },
  ],
])("%s is no change", async (_, value) => {
  const path = await statePath(`${head}${JSON.stringify(value)}\n`);
  expect(await refusalOf(path)).toBe(
    `✖ Line 2 of the state file ${path} is not a change that this version of appdirect-hooks knows.\n` +
      "  Correct or delete line 2 in an editor, or name another file.\n",
  );
});

test("without the mistakes, those are changes", async () => {
  const whole = [event, { type: "attempt", entry: "e", attempt }, { type: "webhook", webhook }];
  const path = await statePath(head + whole.map((value) => `${JSON.stringify(value)}\n`).join(""));
  expect((await openState(path)).changes).toEqual(whole);
});

test("what is a defect of ours stays one", async () => {
  const path = await statePath();
  const isAlive = () => {
    throw new TypeError("a defect");
  };
  await writeFile(`${path}.lock`, "7\n");
  await expect(openStateFile(path, { processId: 100, isAlive })).rejects.toThrow(TypeError);
});
