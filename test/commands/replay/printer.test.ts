import { expect, test } from "vitest";
import { deliveryCounts } from "../../../src/commands/replay/delivery-counts.ts";
import { replayPrinter } from "../../../src/commands/replay/printer.ts";
import { parseTarget } from "../../../src/delivery/index.ts";
import { everyEvent } from "../../../src/events/index.ts";
import type { ReplayedNotice, RetryingNotice } from "../../../src/sessions/index.ts";
import { answered } from "../../harness/attempts.ts";
import { fakeTerminal } from "../../harness/fake-terminal.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { replayResult } from "../../harness/replay-result.ts";

const clear = "\r\u001b[K";
const targets = [parseTarget("http://localhost:3000/")];

interface Different {
  isTTY?: boolean;
  quiet?: boolean;
  json?: boolean;
  verbose?: boolean;
  expected?: number;
  most?: number;
  isOutTaken?: boolean;
}

async function printing({ isTTY, quiet, json = false, verbose = false, ...different }: Different = {}) {
  const { terminal, stdout, stderr, said } = fakeTerminal({ isTTY, quiet });
  const clock = manualClock();
  const { expected, most, isOutTaken = false } = different;
  const printer = await replayPrinter({
    context: { terminal, clock, program: "appdirect-hooks", host: { stderr } },
    options: { json, verbose },
    replay: { targets, alteration: { set: [], unset: [], fresh: false }, concurrency: 1 },
    ...(expected !== undefined && { expected: { count: expected, isAbout: false, ofEach: 1 } }),
    ...(most !== undefined && { most }),
    isOutTaken,
    hasEdited: () => false,
  });
  const out = () => String(stdout.read() ?? "");
  return { printer, clock, said, out };
}

function replayed(number: number, { status = 200, attempts = 1 } = {}): ReplayedNotice {
  const of = { name: `${number}.json`, event: "order.added", target: "http://localhost:3000/" };
  return { kind: "replayed", number, ...of, attempt: answered(status), attempts };
}

const retrying = (number: number): RetryingNotice => {
  const { name, event, target } = replayed(number);
  return { kind: "retrying", name, event, target, attempt: answered(500), number: 1, of: 11, inMs: 300_000 };
};

const line = (number: number, status = 200) =>
  `order.added → http://localhost:3000/  ${status}   12 ms  ${number}.json\n`;

test("few deliveries have a line each, and no progress", async () => {
  const { printer, clock, said, out } = await printing({ isTTY: true, expected: 50 });
  printer.notify(replayed(1));
  printer.notify(replayed(2, { status: 500 }));
  await clock.advance(10_000);
  expect([said(), out()]).toEqual(["", line(1) + line(2, 500)]);
});

test("many are a bar that is written over itself at most ten times a second, and gone at the end", async () => {
  const { printer, clock, said, out } = await printing({ isTTY: true, expected: 100 });
  await clock.advance(500);
  for (let number = 1; number <= 25; number += 1) printer.notify(replayed(number));
  expect(said().split("\r").slice(1)).toEqual([
    "░░░░░░░░░░░░░░░░░░░░░░░░  0 of 100 sent, 0 a second\u001b[K",
    "░░░░░░░░░░░░░░░░░░░░░░░░  1 of 100 sent, 2 a second, 50 s left\u001b[K",
  ]);
  await clock.advance(500);
  expect(said().split("\r").at(-1)).toBe("██████░░░░░░░░░░░░░░░░░░  25 of 100 sent, 25 a second, 3 s left\u001b[K");
  printer.close();
  expect([said().endsWith(clear), out(), clock.sleeping()]).toEqual([true, "", 0]);
});

test("the bar leaves room for the ^C of a terminal on its line", async () => {
  const { printer, clock, said } = await printing({ isTTY: true, expected: 100_000_000_000 });
  await clock.advance(1_000);
  printer.notify(replayed(1, { status: 500 }));
  await clock.advance(2_000);
  const widths = said()
    .split("\r")
    .map((drawn) => drawn.replace("\u001b[K", "").length);
  expect(Math.max(...widths)).toBe(77);
});

test("lines are written where the bar was, and the bar below them", async () => {
  const { printer, clock, said } = await printing({ isTTY: true, expected: 100 });
  await clock.advance(1_000);
  printer.notify({ kind: "unreadable", name: "a.json", message: "a.json is empty." });
  expect(said().split(clear).at(-1)).toMatch(/^✖ a\.json is empty\.\n\r░{24} {2}0 of 99 sent, 0 a second\u001b\[K$/);
});

test("of the failures among many the first five have a line", async () => {
  const { printer, out } = await printing({ expected: 100 });
  for (let number = 1; number <= 7; number += 1) printer.notify(replayed(number, { status: 500 }));
  expect(out()).toBe([1, 2, 3, 4, 5].map((number) => line(number, 500)).join(""));
});

test("without a terminal there is a line every five seconds", async () => {
  const { printer, clock, said } = await printing({ expected: 100 });
  for (let number = 1; number <= 20; number += 1) printer.notify(replayed(number));
  expect(said()).toBe("");
  await clock.advance(5_000);
  printer.notify(replayed(21, { status: 500 }));
  await clock.advance(5_000);
  expect(said()).toBe("20 of 100 sent, 4 a second, 20 s left\n21 of 100 sent, 1 failed, 2 a second, 38 s left\n");
});

test.each([{ quiet: true }, { json: true }])("with %j nothing is said on the way", async (different) => {
  const { printer, clock, said } = await printing({ expected: 100, ...different });
  printer.notify(replayed(1));
  await clock.advance(10_000);
  expect([said(), clock.sleeping()]).toEqual(["", 0]);
});

test("what waits for its next attempt is counted until that has ended", async () => {
  const { printer, clock, said } = await printing({ expected: 100 });
  printer.notify(retrying(1));
  printer.notify(retrying(2));
  printer.notify(replayed(1, { attempts: 2 }));
  await clock.advance(5_000);
  expect(said()).toBe("1 of 100 sent, 1 to retry, 0 a second\n");
});

test("after a stop it counts down what is on its way", async () => {
  const { printer, clock, said } = await printing({ expected: 100 });
  printer.notify(replayed(1));
  printer.notify({ kind: "stopping", inFlight: 3 });
  printer.notify(replayed(2));
  await clock.advance(5_000);
  expect(said().split("\n").at(-2)).toBe("2 of 100 sent, stopping: waiting for 2");
});

test("where nobody knew that there are many, lines end with the fiftieth", async () => {
  const { printer, clock, said, out } = await printing({ most: 5_000 });
  for (let number = 1; number <= 60; number += 1)
    printer.notify(replayed(number, { status: number === 58 ? 500 : 200 }));
  await clock.advance(5_000);
  expect(out().split("\n").slice(49)).toEqual([line(50).trimEnd(), line(58, 500).trimEnd(), ""]);
  expect(said()).toBe(
    "From here on only failures have a line, 5 at most (-v shows every delivery).\n60 sent, 1 failed, 12 a second\n",
  );
});

test("with -v every delivery has a line", async () => {
  const { printer, said, out } = await printing({ expected: 100, verbose: true, isTTY: true });
  for (let number = 1; number <= 60; number += 1) printer.notify(replayed(number));
  expect([out().split("\n").length - 1, said()]).toEqual([60, ""]);
});

test("where another program reads stdout there is no line, and what failed is in the summary", async () => {
  const { printer, said, out } = await printing({ expected: 2, isOutTaken: true });
  printer.notify(replayed(1, { status: 500 }));
  const { name, event, target } = replayed(1);
  const failures = [{ why: "500", count: 1, example: { name, event, target, detail: "status 500" } }];
  printer.end(replayResult({ sent: 1, succeeded: 0, failed: 1, failures }));
  expect(out()).toBe("");
  expect(said()).toContain("\n  1 × 500  order.added  status 500\n           1.json\n");
});

const counted = (different: Partial<Parameters<typeof deliveryCounts>[0]>, times = 1) =>
  deliveryCounts(
    { count: 100, targets, plan: { criteria: { events: everyEvent, where: [] } }, ...different },
    { times },
  );

test("how many deliveries there will be is known where everything goes everywhere", () => {
  const both = [...targets, ...targets];
  expect(counted({ targets: both }, 3)).toEqual({ expected: { count: 600, isAbout: false, ofEach: 6 } });
  expect(counted({ count: undefined })).toEqual({});
});

test("of what is delivered twice by chance it is known about", () => {
  const plan = { criteria: { events: everyEvent, where: [] }, duplicatePercent: 10 };
  expect(counted({ plan })).toEqual({ expected: { count: 110, isAbout: true, ofEach: 1.1 } });
});

test("where some may be left out it is known how many at most", () => {
  const since = { criteria: { events: everyEvent, where: [], since: new Date(0) } };
  const routed = [parseTarget("order=http://localhost:3000/"), ...targets];
  expect([
    counted({ plan: since }),
    counted({ targets: routed }),
    counted({ targets: routed, haveOwnTargets: true }),
  ]).toEqual([{ most: 100 }, { most: 200 }, { most: 200 }]);
});
