import { expect, test } from "vitest";
import type { JournalLine, JournalTarget } from "../../../src/state/index.ts";
import { failedIn } from "../../harness/failed-in.ts";

const at = "2026-11-23T14:05:11.123Z";
const kept = (text: string, kind = "http", number = 1): JournalTarget => {
  return { kind, text, canBeSentToAgain: kind === "http", number };
};
const [crm, erp] = [kept("http://localhost:4001/"), kept("http://localhost:4002/")];

const received = (file: string | undefined, targets: JournalTarget[]): JournalLine => {
  return { type: "received", at, event: "user.added", file, targets };
};
const delivery = (file: string | undefined, target: JournalTarget, delivered: boolean): JournalLine => {
  return { type: "delivery", at, event: "user.added", file, target, delivered, ms: 1 };
};
const owed = (file: string, ...targets: JournalTarget[]) => ({ event: "user.added", file, targets });

test("a session that delivered everything owes nothing", () => {
  expect(failedIn([received("a", [crm]), delivery("a", crm, true)])).toEqual({ events: [], unrecorded: 0 });
});

test("what was received and never came to a delivery is owed to all who take it", () => {
  expect(failedIn([received("a", [crm, erp]), delivery("a", crm, true), received("b", [crm])]).events).toEqual([
    owed("a", erp),
    owed("b", crm),
  ]);
});

test("what nobody takes is owed to nobody", () => {
  expect(failedIn([received("a", [])])).toEqual({ events: [], unrecorded: 0 });
});

test("a delivery that failed is owed, until it succeeds", () => {
  const lines = [received("a", [crm]), delivery("a", crm, false)];
  expect(failedIn(lines).events).toEqual([owed("a", crm)]);
  expect(failedIn([...lines, delivery("a", crm, true)]).events).toEqual([]);
});

test("a webhook that came again and failed then is owed once", () => {
  const lines = [received("a", [crm]), delivery("a", crm, true), received("a", [crm]), delivery("a", crm, false)];
  expect(failedIn(lines).events).toEqual([owed("a", crm)]);
});

test("the order is that in which events came", () => {
  const lines = [received("b", [crm]), received("a", [crm]), delivery("b", crm, false), delivery("a", crm, false)];
  expect(failedIn(lines).events.map(({ file }) => file)).toEqual(["b", "a"]);
});

test("what is in no file is counted, a delivery at a time", () => {
  const lines = [received(undefined, [crm, erp]), delivery(undefined, crm, false), received(undefined, [crm])];
  expect(failedIn(lines)).toEqual({ events: [], unrecorded: 3 });
});

test("what is in no file and was sent several times does not hide what failed", () => {
  const often = [1, 2, 3].map(() => delivery(undefined, crm, true));
  const lines = [received(undefined, [crm]), ...often, received(undefined, [crm]), delivery(undefined, crm, false)];
  expect(failedIn(lines).unrecorded).toBe(1);
});

test("a delivery is known even where its beginning was lost", () => {
  expect(failedIn([delivery("a", crm, false), delivery("b", crm, true)]).events).toEqual([owed("a", crm)]);
});

test("other lines mean nothing here", () => {
  const lines: JournalLine[] = [
    {
      type: "start",
      form: 2,
      at,
      command: "listen",
      fixtures: "fixtures",
      targets: [{ ...crm, patterns: "*", credentials: false, headers: [] }],
    },
    { type: "refused", at, reason: "no token" },
    { type: "end", at },
  ];
  expect(failedIn(lines)).toEqual({ events: [], unrecorded: 0 });
});

test("two targets are one only if kind and text are the same", () => {
  const [program, file] = [kept("node", "command"), kept("node", "file")];
  const lines = [received("a", [program, file]), delivery("a", file, true)];
  expect(failedIn(lines).events).toEqual([owed("a", program)]);
});

test("two commands of one program are two targets, for the journal keeps no arguments", () => {
  const [bad, good] = [kept("node", "command", 1), kept("node", "command", 2)];
  const lines = [received("a", [bad, good]), delivery("a", bad, false), delivery("a", good, true)];
  expect(failedIn(lines).events).toEqual([owed("a", bad)]);
});

test("a handler that can be sent to again is known by its address, wherever it stands", () => {
  const [first, second] = [kept("http://localhost:4001/", "http", 1), kept("http://localhost:4001/", "http", 2)];
  expect(failedIn([received("a", [first]), delivery("a", second, true)]).events).toEqual([]);
});
