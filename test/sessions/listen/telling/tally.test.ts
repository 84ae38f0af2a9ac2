import { expect, test } from "vitest";
import { Tally } from "../../../../src/sessions/listen/telling/tally.ts";
import type { Counts } from "../../../../src/sessions/counts.ts";
import type { Notice } from "../../../../src/sessions/notice.ts";
import { answered } from "../../../harness/attempts.ts";
import { deliveryNotice, takenNotice, targetNamed } from "../../../harness/notices.ts";

function countsAfter(...notices: Notice[]): Counts {
  const tally = new Tally();
  for (const notice of notices) tally.show(notice);
  return tally.counts();
}

const command = targetNamed("node", "command:node crm.js");
const failed = answered(500);

test("events are counted by name, repeats and what is left out apart", () => {
  const counts = countsAfter(
    takenNotice(),
    takenNotice({ times: 2 }),
    takenNotice({ event: "order.added", isShown: false }),
    { kind: "unrecorded", event: "order.added", reason: "the disk is full", folder: "f" },
    { kind: "refused", reason: "no token", times: 3 },
  );
  expect(counts).toMatchObject({
    events: { "user.added": 1, "order.added": 1 },
    repeats: 1,
    hidden: 1,
    unrecorded: 1,
    refused: 3,
  });
});

test("what failed can be sent again where it lies in a file and its target is kept", () => {
  const counts = countsAfter(
    deliveryNotice(answered(200), { file: "a.json" }),
    deliveryNotice(failed, { file: "a.json" }),
    deliveryNotice(failed),
    deliveryNotice(failed, { file: "b.json", target: command }),
    deliveryNotice(failed, { target: command }),
    { kind: "undelivered", number: 1, event: "user.added", file: "c.json", target: targetNamed("crm"), wasSent: true },
    { kind: "undelivered", number: 2, event: "user.added", target: targetNamed("crm"), wasSent: false },
    { kind: "dropped", target: targetNamed("crm"), total: 1 },
  );
  expect(counts).toMatchObject({ delivered: 1, failed: 5, sendable: 2, unsendable: ["b.json"] });
  expect(counts.undelivered).toEqual([
    { event: "user.added", target: "crm", file: "c.json", wasSent: true },
    { event: "user.added", target: "crm", file: undefined, wasSent: false },
  ]);
});

test("whatever a sender makes up, names and files are bounded", () => {
  const numbers = Array.from({ length: 300 }, (_, number) => number);
  const counts = countsAfter(
    ...numbers.map((number) => takenNotice({ event: `made.up${number}` })),
    ...numbers.map((number) => deliveryNotice(failed, { file: `${number}.json`, target: command })),
  );
  expect([Object.keys(counts.events).length, counts.events["others"], counts.unsendable.length]).toEqual([
    201, 100, 100,
  ]);
});

test("what failed and was delivered later, or came again to the end undelivered, is no failure", () => {
  const [again, later] = [{ file: "a.json" }, { file: "b.json" }];
  const target = targetNamed("crm");
  const undelivered = { kind: "undelivered", number: 2, event: "user.added", target, wasSent: false } as const;
  const counts = countsAfter(
    deliveryNotice(failed, again),
    deliveryNotice(failed, again),
    deliveryNotice(failed, later),
    deliveryNotice(failed, { number: 3 }),
    deliveryNotice(answered(200), again),
    { ...undelivered, ...later },
  );
  expect(counts).toMatchObject({ delivered: 1, failed: 1, sendable: 1, undelivered: [{ file: "b.json" }] });
  expect(counts.failures).toEqual([{ event: "user.added", target: "crm", file: undefined, why: "500" }]);
});

test("a delivery to one target settles nothing at another", () => {
  const file = "a.json";
  const counts = countsAfter(
    deliveryNotice(failed, { file }),
    deliveryNotice(answered(200), { file, target: targetNamed("erp", "4002") }),
  );
  expect(counts).toMatchObject({ delivered: 1, failed: 1, failures: [{ target: "crm", file, why: "500" }] });
});

test("of an event that came again, what was delivered since is not owed, as in the journal", () => {
  const target = targetNamed("crm");
  const taken = takenNotice({ file: "a.json", takers: [target] });
  const cutOff = {
    kind: "undelivered",
    number: 2,
    event: "user.added",
    file: "a.json",
    target,
    wasSent: true,
  } as const;
  const accepted = deliveryNotice(answered(200), { file: "a.json", target });
  expect(countsAfter(taken, taken, accepted, cutOff)).toMatchObject({ undelivered: [], sendable: 0 });
  expect(countsAfter(taken, accepted, taken, cutOff)).toMatchObject({ undelivered: [{ file: "a.json" }], sendable: 1 });
});

test("beyond its bytes what failed or was not made is counted, and what of it can be sent again", () => {
  const tally = new Tally();
  const target = targetNamed("crm");
  const long = "f".repeat(1024 ** 2); // in two of them and a little more the 4 MB of each list are full
  for (let number = 1; number <= 6; number += 1) {
    const file = `${number}${long}`;
    tally.show(deliveryNotice(failed, { number, file, target }));
    tally.show({ kind: "undelivered", number, event: "user.added", file: `u${file}`, target, wasSent: number > 4 });
  }
  expect(tally.counts()).toMatchObject({ failed: 6, undeliveredCount: 6, cutOff: 2, sendable: 12 });
  expect(tally.counts().failures.length).toBeLessThan(6);
  expect(tally.counts().undelivered.length).toBeLessThan(5);
});

test("of a thousand and more that were not made the first thousand are named, and all counted", () => {
  const target = targetNamed("crm");
  const notices = Array.from({ length: 1_002 }, (_, number) => {
    return {
      kind: "undelivered",
      number,
      event: "user.added",
      file: `${number}.json`,
      target,
      wasSent: false,
    } as const;
  });
  const counts = countsAfter(...notices);
  expect([counts.undelivered.length, counts.undelivered.at(-1)?.file, counts.undeliveredCount]).toEqual([
    1_000,
    "999.json",
    1_002,
  ]);
});
