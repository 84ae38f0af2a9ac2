import { expect, test } from "vitest";
import { didYouMean, HooksError, systemCode } from "../src/errors.ts";

test("an error keeps its cause, and has none where there was none", () => {
  const cause = new Error("ENOENT");
  expect(new HooksError("USAGE", { message: "No.", cause }).cause).toBe(cause);
  expect("cause" in new HooksError("USAGE", { message: "No." })).toBe(false);
});

test.each([
  ["subscripton", "Did you mean subscription?"],
  ["SUBSCRIPTION", "Did you mean subscription?"],
  ["oder", "Did you mean order?"],
  ["usr", "Did you mean user?"],
  ["invoicing-of-everything", undefined],
  ["x".repeat(101), undefined],
])("for %s the suggestion is: %s", (word, suggestion) => {
  expect(didYouMean(word, ["subscription", "order", "user"])).toBe(suggestion);
});

test("without candidates there is no suggestion", () => {
  expect(didYouMean("order", [])).toBeUndefined();
});

test("the system's code is read where there is one", () => {
  const found = [{ code: "ENOSPC" }, { code: 5 }, new Error("no code"), null, "ENOSPC"].map(systemCode);
  expect(found).toEqual(["ENOSPC", undefined, undefined, undefined, undefined]);
});
