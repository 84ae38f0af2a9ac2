import { expect, test } from "vitest";
import { plainTheme } from "../../../src/output/index.ts";
import { changeLines } from "../../../src/output/views/change-lines.ts";

const since = new Date(2026, 10, 23, 14, 2, 44);
const json = (text: string) => JSON.stringify(text);
const lines = (changes: { path: string; before?: string; after?: string }[], room: number) =>
  changeLines({ since, changes }, { theme: plainTheme, room, rows: 12 });

test("since when stands behind the first row where it fits, else below all", () => {
  const changes = [
    { path: "status", before: json("ACTIVE"), after: json("CANCELLED") },
    { path: "endDate", after: "1768467600000" },
  ];
  expect(lines(changes, 70)).toEqual([
    "status   ACTIVE → CANCELLED   since 14:02:44",
    "endDate  — → 1768467600000 · 2026-01-15 09:00Z",
  ]);
  expect(lines(changes, 43)).toEqual([
    "status   ACTIVE → CANCELLED",
    "endDate  — → 1768467600000 · 2026-01-15 09…",
    "since 14:02:44",
  ]);
});

test("of two values the longer one is cut, and none is longer than 40", () => {
  const [short, long] = [json("ACTIVE"), json("x".repeat(60))];
  expect(lines([{ path: "status", before: short, after: long }], 50)[0]).toBe(`status  ACTIVE → ${"x".repeat(32)}…`);
  expect(lines([{ path: "status", before: long, after: short }], 50)[0]).toBe(`status  ${"x".repeat(32)}… → ACTIVE`);
  expect(lines([{ path: "a", before: long, after: long }], 100)[0]).toBe(`a  ${"x".repeat(39)}… → ${"x".repeat(39)}…`);
});
