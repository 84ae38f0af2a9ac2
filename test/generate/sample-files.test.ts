import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { expandPatterns, eventNames } from "../../src/events/index.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { seededRandom } from "../../src/random.ts";

const folder = new URL("../../fixtures/", import.meta.url);
const sampleFile = (event: string) => readFileSync(new URL(`${event}/${event}.json`, folder), "utf8");

test("there is a sample file for every event that can be made up", () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const names = folders.map((entry) => entry.name);
  expect(names).toEqual(expect.arrayContaining([...eventNames]));
});

test("the sample files are what fixtures/README.md says: generate with seed 1, indented", () => {
  const names = expandPatterns(["*", "!user.added"]);
  for (const { event, payload } of generateEvents(names, { random: seededRandom(1), at: defaultSeededTime })) {
    expect(sampleFile(event)).toBe(`${JSON.stringify(payload, null, 2)}\n`);
  }
});
