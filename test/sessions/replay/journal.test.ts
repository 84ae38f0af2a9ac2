import { readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HooksError } from "../../../src/errors.ts";
import { parsePatterns } from "../../../src/events/index.ts";
import { readLastJournal, type ProjectState } from "../../../src/state/index.ts";
import { failedIn } from "../../harness/failed-in.ts";
import { startHandler } from "../../harness/handler.ts";
import { numbered, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";
import { statePlace } from "../../harness/state-place.ts";

const failed = async (state: ProjectState) => failedIn(await readLastJournal(state, ["replay"]));
const names = async (state: ProjectState) =>
  (await failed(state)).events.map(({ file }) => file.slice("/fixtures/".length));

test("what was not delivered can be told from the journal, with the targets that it did not reach", async () => {
  const state = await statePlace();
  const handler = await startHandler((body) => (["1", "3"].includes(String(JSON.parse(body).note)) ? 500 : 200));
  await startReplay(replayOptions(numbered(5), `${handler.url}/crm`), { state }).result;
  const targets = [{ kind: "http", text: `${handler.url}/crm`, canBeSentToAgain: true, number: 1 }];
  expect(await failed(state)).toEqual({
    events: ["1", "3"].map((name) => ({ event: "user.added", file: `/fixtures/${name}.json`, targets })),
    unrecorded: 0,
  });
});

test("an event that reached one of its targets failed for the other alone", async () => {
  const state = await statePlace();
  const [good, bad] = [await startHandler(), await startHandler(() => 503)];
  await startReplay(replayOptions(numbered(1), [good.url, bad.url]), { state }).result;
  expect((await failed(state)).events).toMatchObject([{ targets: [{ text: `${bad.url}/` }] }]);
});

test("a journal begins with the targets, as they can be typed again", async () => {
  const state = await statePlace();
  const handler = await startHandler();
  const targets = [`user,order=${handler.url}/crm`, handler.url];
  await startReplay(replayOptions(numbered(1), targets), { state }).result;
  const [start] = await readLastJournal(state, ["replay"]);
  expect(start).toMatchObject({
    type: "start",
    command: "replay",
    targets: [
      { kind: "http", text: `${handler.url}/crm`, patterns: "user,order" },
      { kind: "http", text: `${handler.url}/`, patterns: "*" },
    ],
  });
});

test("after an interruption what was read and not sent is owed; of items of another file it is only counted", async () => {
  const state = await statePlace();
  const interruption = new AbortController();
  // Nothing is read ahead until the first has ended.
  const handler = await startHandler((body) => {
    if (body.includes("1")) interruption.abort();
    return 200;
  });
  const [delivered, first, second, third, last] = numbered(5).map((one) => ({ ...one, file: one.file ?? "" }));
  const items = [second, third].flatMap((one) =>
    one ? [{ name: one.name, within: "/list.json", load: one.load }] : [],
  );
  const fixtures = [delivered, first, ...items, last].filter((one) => one !== undefined);
  await startReplay(replayOptions(fixtures, handler.url), { state, signal: interruption.signal }).result;
  expect([await names(state), (await failed(state)).unrecorded]).toEqual([["4.json"], 2]);
});

test("credentials of a target are not in the journal", async () => {
  const state = await statePlace();
  const handler = await startHandler(() => 500);
  await startReplay(replayOptions(numbered(1), handler.url.replace("//", "//ada:sesame@")), { state }).result;
  const [name = ""] = await readdir(join(state.folder, "journal"));
  expect(await readFile(join(state.folder, "journal", name), "utf8")).not.toContain("sesame");
  const [start] = await readLastJournal(state, ["replay"]);
  expect(start).toMatchObject({ targets: [{ text: `${handler.url}/`, credentials: true, headers: [] }] });
});

test("what an interruption left over failed too", async () => {
  const state = await statePlace();
  const interruption = new AbortController();
  const handler = await startHandler((body) => {
    if (JSON.parse(body).note === 1) interruption.abort();
    return 200;
  });
  const fixtures = [...numbered(4), replayable({ event: "order.added", payload: {} }, "not-asked-for.json")];
  const options = replayOptions(fixtures, handler.url, { criteria: { events: parsePatterns("user"), where: [] } });
  const result = await startReplay(options, { state, signal: interruption.signal }).result;
  expect([result.sent, result.selected, await names(state)]).toEqual([2, 4, ["2.json", "3.json"]]);
});

test("a run that was interrupted tells so, and how what it did not come to was chosen", async () => {
  const state = await statePlace();
  const interruption = new AbortController();
  const handler = await startHandler();
  const fixtures = numbered(3).map((one, index) => ({
    ...one,
    async load() {
      if (index === 1) interruption.abort();
      return one.load();
    },
  }));
  const selection = { at: "2026-11-23T14:05:11.123Z", names: ["last:3"], cwd: "/", fixtures: "/fixtures", count: 3 };
  const options = replayOptions(fixtures, handler.url, { selection });
  await startReplay(options, { state, signal: interruption.signal }).result;
  const lines = await readLastJournal(state, ["replay"]);
  expect([lines[0], lines.at(-1)]).toMatchObject([{ selection }, { type: "end", interrupted: true }]);
  expect(JSON.stringify(lines)).not.toContain("/2.json");
});

test("a run that came to its end tells of no interruption, and which runs it resumed", async () => {
  const state = await statePlace();
  const handler = await startHandler();
  await startReplay(replayOptions(numbered(1), handler.url, { resumes: ["one.ndjson"] }), { state }).result;
  const lines = await readLastJournal(state, ["replay"]);
  expect([lines[0], lines.at(-1)]).toEqual([
    expect.objectContaining({ resumes: ["one.ndjson"] }),
    { type: "end", at: expect.any(String) },
  ]);
});

test("an event meets what its own run asked for beside what this one asks for", async () => {
  const handler = await startHandler();
  const criteria = { events: parsePatterns("order"), where: [] };
  const [one, other] = numbered(2);
  const fixtures = [one && { ...one, criteria }, other].filter((fixture) => fixture !== undefined);
  const { selected, sent } = await startReplay(replayOptions(fixtures, handler.url)).result;
  expect([selected, sent]).toEqual([1, 1]);
});

test("a journal that was cut off tells what was not known to be delivered", async () => {
  const state = await statePlace();
  const handler = await startHandler();
  await startReplay(replayOptions(numbered(2), handler.url), { state }).result;
  const [name = ""] = await readdir(join(state.folder, "journal"));
  const file = join(state.folder, "journal", name);
  const text = await readFile(file, "utf8");
  await truncate(file, text.lastIndexOf('{"type":"delivery"') + 40);
  expect([text.length > (await stat(file)).size, await names(state)]).toEqual([true, ["1.json"]]);
});

test("a run that comes to send nothing does not hide the run before it", async () => {
  const state = await statePlace();
  const handler = await startHandler(() => 500);
  await startReplay(replayOptions(numbered(1), handler.url), { state }).result;
  const nothing = replayOptions(numbered(1), handler.url, { criteria: { events: parsePatterns("order"), where: [] } });
  await startReplay(nothing, { state }).result;
  const broken = {
    name: "b.json",
    load: () => Promise.reject(new HooksError("UNREADABLE_FIXTURE", { message: "No." })),
  };
  await startReplay(replayOptions([broken], handler.url), { state }).result;
  expect([await names(state), (await readdir(join(state.folder, "journal"))).length]).toEqual([["0.json"], 1]);
});

test("a journal that cannot be written is said once, and everything is sent", async () => {
  const state = await statePlace();
  await writeFile(join(state.root, "state"), "a file in the folder's place");
  const handler = await startHandler();
  const { notices, result } = startReplay(replayOptions(numbered(3), handler.url), { state });
  expect((await result).succeeded).toBe(3);
  expect(notices.filter(({ kind }) => kind === "warning")).toEqual([
    {
      kind: "warning",
      about: "journal unwritable",
      of: "run",
      cause: expect.objectContaining({ code: "ENOTDIR" }),
    },
  ]);
});
