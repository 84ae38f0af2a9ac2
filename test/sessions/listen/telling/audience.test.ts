import { expect, test } from "vitest";
import { Audience } from "../../../../src/sessions/listen/telling/audience.ts";
import type { NoticeListener } from "../../../../src/sessions/index.ts";
import { readyNotice } from "../../../harness/notices.ts";

/** Writes down what is done with it. */
function listener(name: string, done: string[]): NoticeListener {
  return {
    show: ({ kind }) => void done.push(`${name} ${kind}`),
    close: () => Promise.resolve(void done.push(`${name} closed`)),
  };
}

function broken(): NoticeListener {
  return {
    show: () => {
      throw new Error("A broken view.");
    },
    close: () => Promise.reject(new Error("It does not close.")),
  };
}

test("everybody is told, in the order in which they follow", async () => {
  const done: string[] = [];
  const audience = new Audience([listener("a", done), listener("b", done)]);
  audience.show(readyNotice());
  await audience.close();
  expect(done).toEqual(["a ready", "b ready", "a closed", "b closed"]);
});

test("one that fails keeps nothing from the others, and its failure is not lost", async () => {
  const done: string[] = [];
  const audience = new Audience([listener("a", done), broken(), listener("b", done)]);
  expect(() => audience.show(readyNotice())).toThrow("A broken view.");
  await expect(audience.close()).rejects.toThrow("It does not close.");
  expect(done).toEqual(["a ready", "b ready", "a closed", "b closed"]);
});
