import { expect, test } from "vitest";
import { UntilReady } from "../../../../src/sessions/listen/telling/until-ready.ts";
import type { Notice } from "../../../../src/sessions/index.ts";
import { endNotice, eventNotice, readyNotice, takenNotice } from "../../../harness/notices.ts";

/** What comes out, in its order. */
function watched(limits?: { mostBytes: number }) {
  const shown: Notice[] = [];
  const next = { show: (notice: Notice) => void shown.push(notice), close: () => Promise.resolve() };
  const untilReady = new UntilReady(next, limits);
  return { untilReady, shown, kinds: () => shown.map(({ kind }) => kind) };
}

const event = eventNotice("oops");
const refused = { kind: "refused", reason: "no token", times: 1 } as const;
const gitWarning = { kind: "warning", about: "tracked by git", file: "f.json" } as const;

test("what is said before the session is ready comes after that, in its order", () => {
  const { untilReady, kinds } = watched();
  for (const notice of [event, refused, readyNotice(), event]) untilReady.show(notice);
  expect(kinds()).toEqual(["ready", "event", "refused", "event"]);
});

test.each<Notice>([
  { kind: "listening", local: "http://127.0.0.1:4747/", port: 4747 },
  { kind: "tunnel", state: "opening", tunnel: "quick" },
  takenNotice(),
  endNotice(),
])("$kind is said at once, and is nothing to wait for", (notice) => {
  const { untilReady, kinds } = watched();
  untilReady.show(notice);
  expect([kinds(), untilReady.isWaiting, untilReady.holdsSomething]).toEqual([[notice.kind], true, false]);
});

test("it knows whether it holds something, and that it waits no more", () => {
  const { untilReady } = watched();
  untilReady.show(refused);
  expect([untilReady.isWaiting, untilReady.holdsSomething]).toEqual([true, true]);
  untilReady.show(readyNotice());
  expect([untilReady.isWaiting, untilReady.holdsSomething]).toEqual([false, false]);
});

test("beyond its bytes notices are left out, and their number is said in their place", () => {
  const { untilReady, kinds, shown } = watched({ mostBytes: 40_000 });
  const large = eventNotice(JSON.stringify({ note: "n".repeat(15_000) }));
  for (const notice of [large, large, large, refused]) untilReady.show(notice);
  untilReady.show(gitWarning);
  untilReady.show(readyNotice());
  untilReady.show(refused);
  expect(kinds()).toEqual(["ready", "event", "event", "warning", "warning", "refused"]);
  expect(shown.slice(3, 5)).toEqual([gitWarning, { kind: "warning", about: "not shown", notices: 2 }]);
});

test("an event is counted by the values that its payload makes, too", () => {
  const { untilReady, kinds } = watched({ mostBytes: 40_000 });
  const values = eventNotice(JSON.stringify(Array.from({ length: 300 }, () => ({})))); // 900 bytes, 20,000 when parsed
  for (const notice of [values, values, readyNotice()]) untilReady.show(notice);
  expect(kinds()).toEqual(["ready", "event", "warning"]);
});

test("one notice is kept however large it is, and warnings have their bound as well", () => {
  const { untilReady, kinds, shown } = watched({ mostBytes: 8_000 });
  const large = eventNotice(JSON.stringify({ note: "n".repeat(5_500) }));
  untilReady.show(large); // 7,000 with what is counted beside the text, or a little more
  for (let number = 0; number < 5; number += 1) untilReady.show(gitWarning);
  untilReady.show(readyNotice());
  expect(kinds().slice(0, 2)).toEqual(["ready", "event"]);
  expect(kinds().length).toBeLessThan(6);
  expect(shown.at(-1)).toMatchObject({ about: "not shown" });
});
