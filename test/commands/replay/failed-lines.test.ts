import { expect, test } from "vitest";
import { accountLines, restLines } from "../../../src/commands/replay/failed-lines.ts";
import type { Rest } from "../../../src/commands/replay/rest.ts";
import { everyEvent, parsePatterns } from "../../../src/events/index.ts";
import type { Account, UnfinishedRun } from "../../../src/state/index.ts";

const now = new Date(2026, 10, 23, 15, 0);
const startedAt = new Date(2026, 10, 23, 14, 5, 11);
const nothingOwed: Account = {
  events: [],
  owedAt: () => [],
  unrecorded: 0,
  inDoubt: 0,
  unfinished: [],
  running: [],
  targets: [],
};
const target = { kind: "http", text: "http://localhost:3000/", canBeSentToAgain: true, number: 1 };

function rest(more: Partial<Rest> = {}, names = ["last:20"], patterns = "*"): Rest {
  const run: UnfinishedRun = {
    journal: "one.ndjson",
    startedAt,
    selection: { at: startedAt.toISOString(), names, cwd: "/shop", fixtures: "/shop/fixtures" },
    targets: [{ ...target, patterns, credentials: false, headers: [] }],
    noted: 0,
    hasNoted: () => false,
    missing: () => [],
  };
  const criteria = { events: everyEvent, where: [] };
  return { run, files: new Map(), criteria, gone: 0, isGone: false, several: [], ...more };
}

test.each<[Partial<Account>, string]>([
  [{ unrecorded: 2 }, "2 undelivered events cannot be resent: they have no file."],
  [{ running: [startedAt] }, "The run of 14:05:11 is still running; what it has not delivered is left to it."],
  [{ inDoubt: 1 }, "1 delivery is in doubt: replay ended before its answer came. It may arrive twice."],
  [{ inDoubt: 1200 }, "1,200 deliveries are in doubt: replay ended before their answers came. They may arrive twice."],
])("of what is owed is said %j", (different, line) => {
  expect(accountLines({ ...nothingOwed, ...different }, now)).toEqual([line]);
});

const user = { events: parsePatterns("user"), where: [] };
test.each<[string, Rest, number, string]>([
  ["its events", rest(), 88, "88 events are from the run of 14:05:11, which ended before it sent them."],
  ["one event", rest(), 1, "1 event is from the run of 14:05:11, which ended before it sent it."],
  [
    "events that are not read yet",
    rest({ criteria: user }),
    88,
    "Up to 88 events are from the run of 14:05:11, which ended before it sent them.",
  ],
  [
    "events of which its target gets some",
    rest({}, ["last"], "user"),
    2,
    "Up to 2 events are from the run of 14:05:11, which ended before it sent them.",
  ],
  ["files that are gone", rest({ gone: 12 }), 0, "12 files of the run of 14:05:11 are gone."],
  ["one that is gone", rest({ gone: 1 }), 0, "1 file of the run of 14:05:11 is gone."],
  [
    "all that is gone",
    rest({ gone: 2, isGone: true }, ["a", "b"]),
    0,
    "Nothing that the run of 14:05:11 selected is left: a, b.",
  ],
  [
    "standard input",
    rest({}, ["a", "-"]),
    0,
    "Events that the run of 14:05:11 read from standard input cannot be resent.",
  ],
  [
    "files of several events",
    rest({ several: ["a", "b", "c", "d"] }),
    0,
    "4 files with several events are not resent, because the run of 14:05:11 did not note which of them it sent: a, b, c, ….",
  ],
])("of a run that ended early is said of %s", (_, left, count, line) => {
  expect(restLines(left, count, now)).toEqual([line]);
});

test("a run of another day is named with its day", () => {
  const [line] = restLines(rest({ gone: 1 }), 0, new Date(2026, 10, 24));
  expect(line).toBe("1 file of the run of 2026-11-23 14:05:11 is gone.");
});
