import { expect, test } from "vitest";
import { endNotice, readyNotice, takenNotice } from "../../harness/notices.ts";
import { listenView } from "../../harness/listen-view.ts";

test("hidden events are blanks, 1,000 at most in front of one line", async () => {
  const show = await listenView("json");
  const hidden = takenNotice({ isShown: false });
  expect(show(hidden)).toEqual({}); // nothing stands before the line ready
  show(readyNotice());
  const written = () => Array.from({ length: 1_200 }, () => show(hidden).out ?? "").join("");
  expect(written()).toBe(" ".repeat(1_000));
  show(endNotice());
  expect(written()).toBe(" ".repeat(1_000));
});

test("an event that is shown has no blank", async () => {
  const show = await listenView("json");
  show(readyNotice());
  expect(show(takenNotice({ isShown: true }))).toEqual({});
});
