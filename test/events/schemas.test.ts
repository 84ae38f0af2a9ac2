import { readFileSync } from "node:fs";
import { safeParse, type GenericSchema } from "valibot";
import { expect, test } from "vitest";
import { describeEvent, eventNames, type Json } from "../../src/events/index.ts";
import { eventNamed } from "../../src/events/names.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { seededRandom } from "../../src/random.ts";

const withContent = eventNames.filter((name) => !name.endsWith(".removed"));

test.each(withContent)("for 100 seeds the content of a made-up %s fits its schema", (name) => {
  const schema = eventNamed(name)?.definition.schema;
  for (let seed = 0; seed < 100; seed++) {
    for (const { payload } of generateEvents([name], { random: seededRandom(seed), at: defaultSeededTime })) {
      expect(faults(schema, describeEvent(payload).content)).toEqual([]);
    }
  }
});

const example: Json = JSON.parse(
  readFileSync(new URL("../../fixtures/user.added/user.added.json", import.meta.url), "utf8"),
);
const user = describeEvent(example).content ?? {};

test("AppDirect's own example of a user fits the schema", () => {
  expect(faults(eventNamed("user.added")?.definition.schema, user)).toEqual([]);
});

test.each<[string, Json, string]>([
  ["status", "DELETED", "status"],
  ["creationDate", "2023-11-14T22:13:20Z", "creationDate"],
  ["creationDate", 1.5, "creationDate"],
  ["openId", "no address", "openId"],
  ["password", "secret", "password"],
  ["contact", "phone", "contact"],
  ["memberships", [{ enabled: true, company: { ...user, name: 7 } }], "memberships.0.company.name"],
])("a user whose %s is %j does not fit it, and the place is known", (key, value, place) => {
  expect(faults(eventNamed("user.added")?.definition.schema, { ...user, [key]: value })).toContain(place);
});

function faults(schema: GenericSchema | undefined, content: unknown): string[] {
  if (schema === undefined) return ["no schema"];
  const { issues = [] } = safeParse(schema, content);
  return issues.map(({ path = [] }) => path.map(({ key }) => String(key)).join("."));
}
