import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { seededRandom } from "../../../src/random.ts";
import { demo, type DemoNotice } from "../../../src/sessions/demo/index.ts";
import { fastClock } from "../../harness/fast-clock.ts";
import { processes } from "../../harness/processes.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { purchase } from "../../harness/purchase.ts";

/** Runs a demo without pauses; `look` sees each notice, and may interrupt it. */
async function runDemo(
  look: (notice: DemoNotice, interruption: AbortController) => void = () => undefined,
  recordsInto?: string,
) {
  const folder = recordsInto ?? (await temporaryFolder());
  const notices: DemoNotice[] = [];
  const interruption = new AbortController();
  const result = await demo(
    { folder, pauseMs: 0 },
    {
      clock: fastClock(10), // the marketplace waits for almost a second of it
      random: seededRandom(1),
      env: {},
      processes,
      processId: process.pid,
      isAlive: () => true,
      signal: interruption.signal,
      notify(notice) {
        notices.push(notice);
        look(notice, interruption);
      },
    },
  );
  return { folder, notices, result };
}

const told = (notices: DemoNotice[], kind: string) =>
  notices.flatMap((notice) => (notice.kind === "listener" && notice.notice.kind === kind ? [notice.notice] : []));

test("a demo tells a purchase, records and delivers each event, and sends one again", async () => {
  const { folder, notices, result } = await runDemo();
  expect(result).toMatchObject({ sent: 6, delivered: 6, attempts: 8, replayed: true, interrupted: false });
  const repeats = ["subscription.added", "subscription.added"];
  expect(told(notices, "event").map((notice) => notice.kind === "event" && notice.fixture.event)).toEqual([
    ...purchase,
    ...repeats,
  ]);
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".json"));
  expect(files).toHaveLength(6);
});

test("the CRM knows a company, a contact and two deals, each once though one event came twice", async () => {
  const { result, notices } = await runDemo();
  const { companies, contacts, deals } = result.crm;
  expect([companies.length, contacts.length, deals.length]).toEqual([1, 1, 2]);
  expect(deals.filter((deal) => deal.includes(companies[0] ?? "no company"))).toHaveLength(2);
  const did = notices.flatMap((notice) => (notice.kind === "handler" ? [notice.did] : []));
  expect([did.length, did[0], did.at(-1)]).toEqual([
    7,
    `new company: ${companies[0]}`,
    expect.stringMatching(/^has this deal already: /),
  ]);
});

test("the handler fails twice, and the marketplace tries again after AppDirect's waits, 1,000 times faster", async () => {
  const { notices } = await runDemo();
  const attempts = notices.flatMap((notice) => (notice.kind === "attempt" ? [notice.notice] : []));
  const retried = attempts.filter(({ event }) => event === "subscription.added");
  expect(retried.map(({ logged, again }) => [logged.number, logged.status, again])).toEqual([
    [1, 503, { inMs: 300_000, hereMs: 300 }],
    [2, 503, { inMs: 600_000, hereMs: 600 }],
    [3, 200, undefined],
  ]);
  expect(attempts).toHaveLength(8);
});

test("events come from the marketplace: what they link to is on this machine, and they happen now", async () => {
  const began = Date.now();
  const { notices } = await runDemo();
  const payloads = notices.flatMap((notice) =>
    notice.kind === "listener" && notice.notice.kind === "event" ? [notice.notice.fixture.payload] : [],
  );
  const links = payloads.map((payload) => JSON.stringify(payload).match(/"url":"http:\/\/127\.0\.0\.1:\d+\//)?.length);
  expect(links).toEqual(payloads.map(() => 1));
  expect(payloads).toSatisfy((all) => all.every(({ timestamp }: { timestamp: number }) => timestamp >= began));
});

test("a demo says its steps in their order, and of each event its delivery before its attempt", async () => {
  const { notices } = await runDemo();
  const steps = notices.flatMap((notice) => (notice.kind === "step" ? [notice.step] : []));
  expect(steps).toEqual(["listening", "purchase", "retry", "replay"]);
  const kinds = notices.flatMap((notice) => {
    if (notice.kind === "attempt") return ["attempt"];
    return notice.kind === "listener" ? [notice.notice.kind] : [];
  });
  const tries = Array.from({ length: 8 }, () => ["taken", "event", "delivery", "attempt"]);
  expect(kinds).toEqual(["listening", "ready", ...tries.flat(), "end"]);
});

test("the same seed gives the same purchase", async () => {
  const [first, second] = [await runDemo(), await runDemo()];
  expect(first.result.crm).toEqual(second.result.crm);
});

test("two demos run at once", async () => {
  const results = await Promise.all([runDemo(), runDemo()]);
  expect(results.map(({ result }) => result.delivered)).toEqual([6, 6]);
});

test.each([
  ["at its start", (notice: DemoNotice) => notice.kind === "step"],
  ["in the middle", (notice: DemoNotice) => notice.kind === "handler" && notice.did.startsWith("new contact")],
  [
    "while the marketplace waits",
    (notice: DemoNotice) => notice.kind === "attempt" && notice.notice.again !== undefined,
  ],
  ["while it sends the last event again", (notice: DemoNotice) => notice.kind === "step" && notice.step === "replay"],
])("a demo that is interrupted %s ends, and says so", async (_, isMoment) => {
  const { notices, result } = await runDemo((notice, interruption) => {
    if (isMoment(notice)) interruption.abort();
  });
  expect([result.interrupted, result.replayed, told(notices, "end").length]).toEqual([true, false, 1]);
});

test("an event that is on its way at an interruption is counted as what became of it", async () => {
  const { result } = await runDemo((notice, interruption) => {
    if (notice.kind === "handler" && notice.did.startsWith("new contact")) interruption.abort();
  });
  expect(result).toMatchObject({ sent: 2, delivered: 2, attempts: 2 });
});

test("an interruption while the marketplace waits for its next attempt leaves the event undelivered", async () => {
  const { result } = await runDemo((notice, interruption) => {
    if (notice.kind === "attempt" && notice.notice.logged.number === 2) interruption.abort();
  });
  expect(result).toMatchObject({ sent: 6, delivered: 5, attempts: 7, replayed: false });
});

test("a demo that cannot record ends at the first event, though the marketplace would go on for minutes", async () => {
  const file = join(await temporaryFolder(), "a file");
  await writeFile(file, "");
  const { notices, result } = await runDemo(() => undefined, file);
  expect(result).toMatchObject({ sent: 1, delivered: 0, attempts: 1, replayed: false, interrupted: false });
  expect(told(notices, "unrecorded")).toHaveLength(1);
});
