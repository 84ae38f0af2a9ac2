import { expect, test } from "vitest";
import { needsOfTunnel, tunnelFor, tunnelNames, tunnels } from "../../src/tunnel/index.ts";

test("the names are those of the table, in its order", () => {
  expect(tunnelNames()).toEqual(Object.keys(tunnels));
});

test.each(tunnelNames())("%s tells what it is, what it needs, and has code of its own", async (name) => {
  expect(tunnels[name].summary).not.toBe("");
  expect(["publicUrl", "tunnelToken"]).toEqual(expect.arrayContaining([...needsOfTunnel(name)]));
  expect(await tunnels[name].load()).toBeTypeOf("function");
});

test("no two kinds have the same code", async () => {
  const loaded = await Promise.all(tunnelNames().map((name) => tunnels[name].load()));
  expect(new Set(loaded).size).toBe(tunnelNames().length);
});

test.each([
  ["quick", []],
  ["given", ["publicUrl"]],
  ["named", ["publicUrl", "tunnelToken"]],
] as const)("%s needs %j", (name, needs) => {
  expect(needsOfTunnel(name)).toEqual(needs);
});

test.each([
  [{}, "quick"],
  [{ publicUrl: undefined }, "quick"],
  [{ publicUrl: "https://hooks.example.com" }, "given"],
])("with %j the kind that is meant is %s", (given, name) => {
  expect(tunnelFor(given)).toBe(name);
});

test.each([
  [{}, []],
  [{ publicUrl: "https://hooks.example.com" }, ["publicUrl"]],
])("what is meant with %j needs what is given, and no more", (given, needs) => {
  expect(needsOfTunnel(tunnelFor(given))).toEqual(needs);
});
