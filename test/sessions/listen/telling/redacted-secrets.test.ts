import { expect, test } from "vitest";
import { RedactedSecrets } from "../../../../src/sessions/listen/telling/redacted-secrets.ts";
import type { WarningNotice } from "../../../../src/sessions/notice.ts";

function saidOf(...calls: string[][]): string[][] {
  const said: string[][] = [];
  const secrets = new RedactedSecrets((notice: WarningNotice) => {
    if (notice.about === "secrets redacted") said.push([...notice.places]);
  });
  for (const places of calls) secrets.say(places);
  return said;
}

test("each place is said once, those of a list as one", () => {
  expect(saidOf(["lines[0].token", "lines[7].token", "key"], ["lines[3].token"], ["other"])).toEqual([
    ["lines[*].token", "key"],
    ["other"],
  ]);
});

test("a place is cut at 200 characters, and what is cut the same is said once", () => {
  const long = `token${"x".repeat(1_000)}`;
  expect(saidOf([`${long}1`], [`${long}2`])).toEqual([[`token${"x".repeat(195)}…`]]);
});

test("a hundred places are said, and no more", () => {
  const many = (from: number) => Array.from({ length: 60 }, (_, number) => `token${from + number}`);
  expect(saidOf(many(0), many(100), many(200)).map((places) => places.length)).toEqual([60, 40]);
});
