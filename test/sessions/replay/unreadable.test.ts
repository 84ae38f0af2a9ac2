import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { HooksError } from "../../../src/errors.ts";
import { selectFixtures } from "../../../src/fixtures/selection/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { freePort } from "../../harness/free-port.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { numbered, replayOptions, startReplay } from "../../harness/replay-run.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

test("one bad file among good ones is said and counted, and the good ones are sent", async () => {
  const handler = await startHandler();
  const folder = await temporaryFolder();
  await mkdir(join(folder, "set"));
  await writeFile(join(folder, "set", "1.json"), '{"note":1,"timestamp":1}');
  await writeFile(join(folder, "set", "2.json"), '{"note":2,');
  await writeFile(join(folder, "set", "3.json"), '{"note":3,"timestamp":3}');
  const fixtures = await selectFixtures(["set"], { folder, cwd: folder, clock: manualClock() });
  const { notices, result } = startReplay(replayOptions(fixtures, handler.url));
  expect(await result).toMatchObject({ selected: 2, sent: 2, succeeded: 2, unreadable: 1 });
  expect(handler.bodies().map((body) => JSON.parse(body).note)).toEqual([1, 3]);
  expect(notices.filter(({ kind }) => kind === "unreadable")).toMatchObject([{ name: join("set", "2.json") }]);
});

test("a file that goes away before its turn is one that cannot be read", async () => {
  const handler = await startHandler();
  const gone = { name: "gone.json", file: "/gone.json", load: () => Promise.reject(missing) };
  const { notices, result } = startReplay(replayOptions([gone, ...numbered(1)], handler.url));
  expect(await result).toMatchObject({ unreadable: 1, succeeded: 1 });
  expect(notices[0]).toEqual({ kind: "unreadable", name: "gone.json", message: missing.message, hint: "Look again." });
});

const missing = new HooksError("UNREADABLE_FIXTURE", { message: "gone.json is not there.", hint: "Look again." });

test("what nobody foresaw stops the run, and is thrown", async () => {
  const handler = await startHandler();
  const defect = new TypeError("x is not a function");
  const bad = { name: "a.json", load: () => Promise.reject(defect) };
  await expect(startReplay(replayOptions([bad], handler.url)).result).rejects.toBe(defect);
});

test("a selection that fails while it is read stops the run", async () => {
  const handler = await startHandler();
  const empty = new HooksError("NOTHING_SELECTED", { message: "Standard input was empty." });
  const fixtures = {
    async *[Symbol.asyncIterator]() {
      yield* numbered(2);
      throw empty;
    },
  };
  await expect(startReplay(replayOptions(fixtures, handler.url)).result).rejects.toBe(empty);
  expect(handler.bodies()).toHaveLength(2);
});

test("a target that refuses is in the result, not thrown", async () => {
  const { notices, result } = startReplay(replayOptions(numbered(2), `http://127.0.0.1:${await freePort()}`));
  expect(await result).toMatchObject({
    sent: 2,
    failed: 2,
    failures: [{ why: "refused", count: 2 }],
    reachedAny: false,
  });
  expect(notices).toMatchObject([{ attempt: { outcome: "failed" } }, { attempt: { outcome: "failed" } }]);
});

test("what counts as success is what was asked for", async () => {
  const handler = await startHandler((body) => (JSON.parse(body).note === 0 ? 404 : 200));
  const expected = [{ from: 404, to: 404 }];
  const { notices, result } = startReplay(replayOptions(numbered(2), handler.url, { expected }));
  expect(await result).toMatchObject({ succeeded: 1, failed: 1, failures: [{ why: "200", count: 1 }] });
  expect(notices).toMatchObject([{ attempt: { outcome: "accepted" } }, { attempt: { outcome: "rejected" } }]);
});
