import { expect, test } from "vitest";
import { HeldViews } from "../../src/commands/listen/held-views.ts";
import { warningText } from "../../src/output/index.ts";
import { eventNotice } from "../harness/notices.ts";

/** A view, the numbers of the events that it was shown, and the sentences of warnings. */
function watched() {
  const shown: (number | string)[] = [];
  const view = new HeldViews([
    {
      show(notice) {
        if (notice.kind === "event") shown.push(notice.number);
        if (notice.kind === "warning") shown.push(warningText(notice).message);
      },
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

test("no more than 4 MB is held while a question is on the screen, and the rest is counted", () => {
  const { view, shown } = watched();
  view.hold();
  const body = Buffer.from("x".repeat(1024 ** 2)); // and what it is held in: four are too much
  for (const number of [1, 2, 3, 4, 5]) view.show(eventNotice(body, { number }));
  view.release();
  expect(shown).toEqual([
    1,
    2,
    3,
    "2 events and messages are not shown: too many arrived while the question was open.",
  ]);
});
