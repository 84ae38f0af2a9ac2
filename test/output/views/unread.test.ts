import { expect, test } from "vitest";
import { unreadText } from "../../../src/output/views/unread.ts";

test.each(["line", "pretty"] as const)("in the form %s people are told how many lines are missing", (format) => {
  expect([1, 1234].map((lines) => unreadText(lines, format))).toEqual([
    "… 1 line left out: nobody read it in time\n",
    "… 1,234 lines left out: nobody read them in time\n",
  ]);
});

test("in JSON it is a warning, a line as the others are", () => {
  const [one, many] = [1, 1234].map((lines) => unreadText(lines, "json"));
  expect(JSON.parse(one ?? "")).toMatchObject({
    message: "1 line was left out here because nobody read the output in time.",
  });
  expect(many).toMatch(/^[^\n]+\n$/);
  expect(JSON.parse(many ?? "")).toEqual({
    type: "warning",
    code: "OUTPUT_LEFT_OUT",
    message: "1,234 lines were left out here because nobody read the output in time.",
    hint: "The listener kept running. To miss nothing, read each line as it comes.",
  });
});
