import { expect, test } from "vitest";
import { createTheme, plainTheme } from "../../src/output/index.ts";

const text = "crm [\u001b] 200";

test("without colours every word stays as it is", async () => {
  const theme = await createTheme(0);
  expect(Object.values(theme).map((colour) => colour(text))).toEqual(Object.values(theme).map(() => text));
});

test("with colours every meaning has another one, out of the terminal's sixteen", async () => {
  const coloured = Object.values(await createTheme(1)).map((colour) => colour("x"));
  expect(new Set(coloured).size).toBe(Object.keys(plainTheme).length);
  expect(coloured.filter((one) => !/^\u001b\[\d{1,2}mx\u001b\[\d{1,2}m$/.test(one))).toEqual([]);
});

test("each colours its one text, as a function for lists too", async () => {
  const theme = await createTheme(1);
  for (const colour of Object.values(theme)) expect(["one", "two"].map(colour)).toEqual([colour("one"), colour("two")]);
});
