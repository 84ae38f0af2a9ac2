import { readdir } from "node:fs/promises";
import { expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { seededRandom } from "../../../src/random.ts";
import { demo, type DemoNotice } from "../../../src/sessions/demo/index.ts";
import { processes } from "../../harness/processes.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

const purchase = [
  "company.added",
  "user.added",
  "membership.added",
  "order.added",
  "order.changed",
  "subscription.added",
];

/** Runs a demo without pauses; `look` sees each notice, and may interrupt it. */
async function runDemo(look: (notice: DemoNotice, interruption: AbortController) => void = () => undefined) {
  const folder = await temporaryFolder();
  const notices: DemoNotice[] = [];
  const interruption = new AbortController();
  const result = await demo(
    { folder, pauseMs: 0 },
    {
      clock: systemClock,
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
  expect(result).toMatchObject({ sent: 6, delivered: 6, replayed: true, interrupted: false });
  expect(told(notices, "event").map((notice) => notice.kind === "event" && notice.fixture.event)).toEqual(purchase);
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

test("a demo says its steps in their order, and each event before its delivery", async () => {
  const { notices } = await runDemo();
  const steps = notices.flatMap((notice) => (notice.kind === "step" ? [notice.step] : []));
  expect(steps).toEqual(["listening", "purchase", "replay"]);
  const kinds = notices.flatMap((notice) => (notice.kind === "listener" ? [notice.notice.kind] : []));
  expect(kinds).toEqual(["listening", "ready", ...purchase.flatMap(() => ["taken", "event", "delivery"]), "end"]);
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
  ["while it sends the last event again", (notice: DemoNotice) => notice.kind === "step" && notice.step === "replay"],
])("a demo that is interrupted %s ends, and says so", async (_, isMoment) => {
  const { notices, result } = await runDemo((notice, interruption) => {
    if (isMoment(notice)) interruption.abort();
  });
  expect([result.interrupted, result.replayed, told(notices, "end").length]).toEqual([true, false, 1]);
});
