import { expect, test } from "vitest";
import { HeldViews } from "../../src/commands/listen/held-views.ts";
import { eventNotice } from "../harness/notices.ts";

/** A view, and the numbers of the events that it was shown. */
function watched() {
  const shown: (number | "closed")[] = [];
  const view = new HeldViews([
    {
      show: (notice) => void (notice.kind === "event" && shown.push(notice.number)),
      close: () => Promise.resolve(void shown.push("closed")),
    },
  ]);
  return { view, shown };
}

const event = (number: number) => eventNotice("oops", { number });

test("what comes while a question is on the screen is shown after it, in its order", () => {
  const { view, shown } = watched();
  view.show(event(1));
  view.hold();
  for (const number of [2, 3]) view.show(event(number));
  expect(shown).toEqual([1]);
  view.release();
  view.show(event(4));
  expect(shown).toEqual([1, 2, 3, 4]);
});

test("a second question loses nothing", () => {
  const { view, shown } = watched();
  view.hold();
  view.show(event(1));
  view.hold();
  view.release();
  expect(shown).toEqual([1]);
});

test("what is held when the view is closed is shown before that", async () => {
  const { view, shown } = watched();
  view.hold();
  view.show(event(1));
  await view.close();
  expect(shown).toEqual([1, "closed"]);
});
