import { expect, test } from "vitest";
import { parsePath, type Json } from "../../../src/events/index.ts";
import { scenario } from "../../../src/index.ts";
import { post } from "../../harness/post.ts";
import { listening } from "../../harness/listening.ts";

test("no notice tells what --redact names, whatever the resource and whatever changed", async () => {
  const { url, until, said } = await listening({ redact: [parsePath("resource.content")] });
  const events = [...(await scenario("purchase", { seed: 3 })), ...(await scenario("purchase", { seed: 4 }))];
  for (const event of events) await post(url, JSON.stringify(event));
  await until("event", events.length);
  const seen = JSON.stringify(said);
  const words = events.flatMap(namesIn);
  expect(words.length).toBeGreaterThan(20);
  expect(words.filter((word) => seen.includes(word))).toEqual([]);
});

test("an event that is no JSON is shown by what is recorded of it", async () => {
  const { url, until } = await listening({ redact: [parsePath("resource.content.email")] });
  await post(url, '{"resource":{"content":{"email":"ada@example.com"');
  const [notice] = await until("event");
  expect(JSON.stringify(notice)).not.toContain("ada@example.com");
  expect(notice).toMatchObject({ fixture: { event: "invalid", payload: "[redacted]" } });
});

test("a uuid that --redact names stands in no notice and in no file's name", async () => {
  const { url, until, said } = await listening({ redact: [parsePath("uuid")] });
  await post(url, JSON.stringify({ uuid: "429afed8-0001-4000-8000-000000000001", note: 1 }));
  await until("event");
  expect(JSON.stringify(said)).not.toContain("429afed8");
});

/** E-mail addresses and texts of several words: nothing of the kind stands outside an event's content. */
function namesIn(value: Json): string[] {
  if (typeof value === "string") return /^\S+@\S+$|^\S+ \S/.test(value) ? [value] : [];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(namesIn) : [];
}
