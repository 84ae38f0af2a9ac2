import { expect, test } from "vitest";
import { UntilReady } from "../../../../src/sessions/listen/telling/until-ready.ts";
import type { Notice } from "../../../../src/sessions/index.ts";
import { endNotice, eventNotice, readyNotice, takenNotice } from "../../../harness/notices.ts";

/** What comes out, in its order. */
function watched() {
  const shown: Notice[] = [];
  const untilReady = new UntilReady({ show: (notice) => void shown.push(notice), close: () => Promise.resolve() });
  return { untilReady, shown, kinds: () => shown.map(({ kind }) => kind) };
}

const event = eventNotice("oops");
const refused = { kind: "refused", reason: "no token", times: 1 } as const;

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
