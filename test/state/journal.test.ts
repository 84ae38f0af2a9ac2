import { execFileSync } from "node:child_process";
import { mkdir, readdir, readFile, stat, truncate, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { openJournal, readLastJournal, type JournalLine, type ProjectState } from "../../src/state/index.ts";
import { eventually } from "../harness/eventually.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { statePlace } from "../harness/state-place.ts";

const minute = (number: number) => new Date(Date.UTC(2026, 10, 23, 14, number));
const clockAt = (at: Date) => ({ ...systemClock, now: () => at });
const unexpected = (cause: Error) => {
  throw cause;
};

async function writeJournal(place: ProjectState, command: string, at: Date, lines: JournalLine[]): Promise<void> {
  const journal = await openJournal(place, { command, clock: clockAt(at), processId: 4711, onFailure: unexpected });
  for (const line of lines) journal.write(line);
  await journal.close();
  await Promise.all((await journalFiles(place)).slice(-1).map((name) => utimes(fileIn(place, name), at, at)));
}

const journalFiles = async (place: ProjectState) => (await readdir(join(place.folder, "journal"))).toSorted();
const fileIn = (place: ProjectState, name: string) => join(place.folder, "journal", name);
const refused = (reason: string): JournalLine => ({ type: "refused", at: minute(0).toISOString(), reason });

test("a journal is a file a session, a line each, for its user alone", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(5), [refused("no token"), { type: "end", at: minute(6).toISOString() }]);
  const [name = ""] = await journalFiles(place);
  expect(name).toBe("20261123T140500000Z-4711-listen.ndjson");
  expect(await readFile(fileIn(place, name), "utf8")).toBe(
    '{"type":"refused","at":"2026-11-23T14:00:00.000Z","reason":"no token"}\n' +
      '{"type":"end","at":"2026-11-23T14:06:00.000Z"}\n',
  );
});

test.skipIf(process.platform === "win32")("nobody else may read a journal", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(5), []);
  const [name = ""] = await journalFiles(place);
  expect((await stat(fileIn(place, name))).mode & 0o777).toBe(0o600);
});

test("the last twenty are kept", async () => {
  const place = await statePlace();
  for (let number = 0; number < 22; number += 1) await writeJournal(place, "listen", minute(number), []);
  const names = await journalFiles(place);
  expect([names.length, names[0], names.at(-1)]).toEqual([
    20,
    "20261123T140200000Z-4711-listen.ndjson",
    "20261123T142100000Z-4711-listen.ndjson",
  ]);
});

test("the last journal is the last of the commands that are asked for", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(1), [refused("first")]);
  await writeJournal(place, "listen", minute(2), [refused("second")]);
  await writeJournal(place, "replay", minute(3), [refused("third")]);
  expect(await readLastJournal(place, ["listen"])).toEqual([refused("second")]);
  expect(await readLastJournal(place, ["listen", "replay"])).toEqual([refused("third")]);
});

test("a journal without a line is passed over", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(2), [refused("second")]);
  await writeJournal(place, "replay", minute(3), []);
  expect(await readLastJournal(place, ["listen", "replay"])).toEqual([refused("second")]);
});

test("a journal of an older form is skipped", async () => {
  const place = await statePlace();
  const at = minute(0).toISOString();
  const start: JournalLine = { type: "start", form: 2, at, command: "listen", fixtures: "", targets: [] };
  await writeJournal(place, "listen", minute(1), [start]);
  await writeJournal(place, "listen", minute(2), []);
  const older = { type: "start", at, command: "listen", fixtures: "", targets: ["http://localhost:3000/"] };
  const [, name = ""] = await journalFiles(place);
  await writeFile(fileIn(place, name), `${JSON.stringify(older)}\n`);
  expect(await readLastJournal(place, ["listen"])).toEqual([start]);
});

test("where nothing was kept there is nothing to read", async () => {
  expect(await readLastJournal(await statePlace(), ["listen"])).toEqual([]);
});

test("half a line at the end, of a process that was killed, is left out", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(1), [refused("whole"), refused("cut")]);
  const [name = ""] = await journalFiles(place);
  await truncate(fileIn(place, name), (await stat(fileIn(place, name))).size - 10);
  expect(await readLastJournal(place, ["listen"])).toEqual([refused("whole")]);
});

test("what a broken disk left between the lines is left out", async () => {
  const place = await statePlace();
  await writeJournal(place, "listen", minute(1), [refused("whole")]);
  const [name = ""] = await journalFiles(place);
  await writeFile(fileIn(place, name), `null\n7\n\u0000\u0000\n${JSON.stringify(refused("whole"))}\n`);
  expect(await readLastJournal(place, ["listen"])).toEqual([refused("whole")]);
});

test("where no folder can be made, that is said once and the session goes on", async () => {
  const place = await statePlace();
  await writeFile(join(place.root, "state"), "a file in its place");
  const causes: Error[] = [];
  const parts = {
    command: "listen",
    clock: clockAt(minute(1)),
    processId: 1,
    onFailure: (cause: Error) => causes.push(cause),
  };
  const journal = await openJournal(place, parts);
  journal.write(refused("one"));
  journal.write(refused("two"));
  await journal.close();
  expect(causes).toMatchObject([{ code: "ENOTDIR" }]);
});

test("where no file can be written, that is said once and the session goes on", async () => {
  const place = await statePlace();
  await mkdir(fileIn(place, "20261123T140100000Z-1-listen.ndjson"), { recursive: true });
  const causes: Error[] = [];
  const parts = {
    command: "listen",
    clock: clockAt(minute(1)),
    processId: 1,
    onFailure: (cause: Error) => causes.push(cause),
  };
  const journal = await openJournal(place, parts);
  journal.write(refused("one"));
  journal.write(refused("two"));
  await journal.close();
  journal.write(refused("three"));
  expect(causes).toMatchObject([{ code: "EISDIR" }]);
});

test("closing twice is the same as once, and nothing is written afterwards", async () => {
  const place = await statePlace();
  const journal = await openJournal(place, {
    command: "listen",
    clock: clockAt(minute(1)),
    processId: 1,
    onFailure: unexpected,
  });
  journal.write(refused("one"));
  await Promise.all([journal.close(), journal.close()]);
  await journal.close();
  journal.write(refused("late"));
  expect(await readLastJournal(place, ["listen"])).toEqual([refused("one")]);
});

test.skipIf(process.platform === "win32")(
  "lines that wait for a disk are bounded, and the rest is said once",
  async () => {
    const place = await statePlace();
    const file = fileIn(place, "20261123T140100000Z-1-listen.ndjson");
    await mkdir(join(place.folder, "journal"), { recursive: true });
    execFileSync("mkfifo", [file]); // takes nothing until somebody reads it, as a disk that hangs
    const causes: Error[] = [];
    const parts = {
      command: "listen",
      clock: clockAt(minute(1)),
      processId: 1,
      onFailure: (cause: Error) => causes.push(cause),
    };
    const journal = await openJournal(place, parts);
    const line = refused("r".repeat(1024 ** 2 - 100)); // with the rest of the line less than 1 MB, and four of them 4
    for (let number = 0; number < 6; number += 1) journal.write(line);
    journal.write({ type: "end", at: minute(2).toISOString() });
    const closed = journal.close();
    const written = (await readFile(file, "utf8")).trimEnd().split("\n");
    await closed;
    expect(written.map((text) => (JSON.parse(text) as JournalLine).type)).toEqual([...Array(4).fill("refused"), "end"]);
    expect(causes).toEqual([new Error("the disk is too slow, so lines are left out")]);
  },
);

const delivery = (number: number): JournalLine => ({
  type: "delivery",
  at: minute(0).toISOString(),
  event: "user.added",
  uuid: `${number}`,
  target: { kind: "http", text: "http://localhost/", canBeSentToAgain: true, number: 1 },
  delivered: true,
  ms: 1,
});
const received: JournalLine = { type: "received", at: minute(0).toISOString(), event: "user.added", targets: [] };
const written = async (place: ProjectState, count: number) =>
  eventually(async () => {
    const lines = await readLastJournal(place, ["listen", "replay"]);
    return lines.length === count ? lines : undefined;
  });

test("deliveries are written together, 50 ms after the first of them at the latest", async () => {
  const place = await statePlace();
  const clock = manualClock();
  const journal = await openJournal(place, { command: "listen", clock, processId: 1, onFailure: unexpected });
  journal.write(received);
  await written(place, 1);
  journal.write(delivery(1));
  await clock.advance(49);
  journal.write(delivery(2));
  expect(await readLastJournal(place, ["listen"])).toEqual([received]);
  await clock.advance(1);
  expect(await written(place, 3)).toEqual([received, delivery(1), delivery(2)]);
  journal.write(delivery(3));
  await clock.advance(50);
  await written(place, 4);
  await journal.close();
  expect(clock.sleeping()).toBe(0);
});

test("what listen received is written at once, with what came before it, and however much comes meanwhile", async () => {
  const place = await statePlace();
  const clock = manualClock();
  const journal = await openJournal(place, { command: "listen", clock, processId: 1, onFailure: unexpected });
  const lines = [delivery(1), received, received, delivery(2), received];
  for (const line of lines) journal.write(line);
  expect(await written(place, 5)).toEqual(lines);
  await journal.close();
});

test("64 kB are written without waiting", async () => {
  const place = await statePlace();
  const clock = manualClock();
  const journal = await openJournal(place, { command: "replay", clock, processId: 1, onFailure: unexpected });
  const half = refused("r".repeat(32 * 1024));
  journal.write(half);
  journal.write(half);
  expect(await written(place, 2)).toEqual([half, half]);
  await journal.close();
});
