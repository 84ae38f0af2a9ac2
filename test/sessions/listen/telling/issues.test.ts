import { expect, test } from "vitest";
import { parsePath } from "../../../../src/events/index.ts";
import { sample } from "../../../../src/index.ts";
import { listening } from "../../../harness/listening.ts";
import { post } from "../../../harness/post.ts";

test("an event is told with how often it is not as documented, notes left out, and the first place", async () => {
  const { url, until } = await listening({});
  await post(url, JSON.stringify(sample("user.added", { seed: 1 })));
  await post(url, JSON.stringify(sample("user.added", { seed: 2, set: { "resource.content.newField": 1 } })));
  await post(url, JSON.stringify(sample("user.added", { seed: 3, set: { timestamp: 1, "resource.content.id": 7 } })));
  await post(url, "{");
  const [fits, hasMore, fitsNot, isNoJson] = await until("event", 4);
  expect([fits?.issues, hasMore?.issues, fitsNot?.issues, isNoJson?.issues]).toEqual([0, 0, 2, 1]);
  expect(fitsNot?.firstIssue).toMatchObject({ path: "timestamp", found: "the number 1" });
});

test("what is redacted is no issue, and its value stands in none", async () => {
  const { url, until } = await listening({ redact: [parsePath("resource.content.creationDate")] });
  const set = { "resource.content.creationDate": "4711", "resource.content.password": "s3cr3t" };
  await post(url, JSON.stringify(sample("user.added", { seed: 1, set })));
  const [notice] = await until("event");
  expect(notice?.issues).toBe(0);
  expect(JSON.stringify(notice)).not.toMatch(/4711|s3cr3t/);
});
