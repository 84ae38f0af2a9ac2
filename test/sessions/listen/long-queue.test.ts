import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { parsePath } from "../../../src/events/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

/** More than a queue holds in memory, besides the one that is on its way. */
const many = 1_003;

test("what a long queue read back from disk is sent as it came, secrets too", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, session, until } = await listening({ targets: [parseTarget(handler.url)] });
  session.togglePause();
  await post(`${url}/?tenant=7`, ` ${webhook()}`, {
    authorization: "Bearer secret",
    "content-type": "application/json",
  });
  for (let number = 1; number < many; number += 1) session.replayLast();
  session.togglePause();
  expect(await until("delivery", many)).toHaveLength(many);
  const [first = ""] = handler.requests;
  expect(first).toMatch(/^POST \/\?tenant=7 HTTP\/1\.1\r\n[^]*\r\nauthorization: Bearer secret\r\n[^]*\r\n\r\n \{/);
  expect(handler.requests.map(sortedHead).filter((one) => one !== sortedHead(first))).toEqual([]);
});

test("without recording a long queue drops what is oldest, and says how many", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, session, until, end, notices } = await listening({
    fixtures: undefined,
    targets: [parseTarget(handler.url)],
  });
  session.togglePause();
  await post(url, webhook());
  for (let number = 1; number < many; number += 1) session.replayLast();
  const dropped = notices("dropped").map(({ target, total }) => [target.name, total]);
  expect(dropped).toEqual([1, 2, 3].map((total) => [`${handler.url}/`, total]));
  session.togglePause();
  await until("delivery", many - 3);
  const { notice, result } = await end();
  expect(notice).toMatchObject({ delivered: many - 3, failed: 3, undelivered: [] });
  expect(result.failed).toBe(true);
});

/** A fixture keeps no order among headers of different names. */
function sortedHead(request: string): string {
  const [head = "", body = ""] = request.split("\r\n\r\n");
  return [...head.toLowerCase().split("\r\n").toSorted(), body].join("\n");
}

test("what is redacted on disk is missing from what a long queue read back, and that is said once", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { url, session, until, notices } = await listening({
    targets: [parseTarget(handler.url)],
    redact: [parsePath("uuid")],
  });
  session.togglePause();
  await post(url, webhook());
  for (let number = 1; number < many; number += 1) session.replayLast();
  session.togglePause();
  await until("delivery", many);
  expect(handler.requests.at(0)).toContain("429afed8-0001");
  expect(handler.requests.at(-1)).not.toContain("429afed8-0001");
  expect(notices("warning")).toMatchObject([{ about: "left out", places: ["uuid"] }]);
});

test("what finds no room to wait is recorded, left for later, and said once", async () => {
  const hanging = await startRawServer(() => undefined);
  const { url, notices, end } = await listening({
    targets: [parseTarget(hanging.url)],
    heldLimits: { whole: 1, places: 1 }, // one of each all the same
  });
  for (let number = 0; number < 5; number += 1) expect((await post(url, numberedWebhook(number))).status).toBe(200);
  expect(notices("warning")).toMatchObject([{ about: "left on disk", target: `${hanging.url}/`, waiting: 3 }]);
  const left = notices("undelivered").map(({ number, file, wasSent }) => [number, existsSync(file ?? ""), wasSent]);
  expect(left).toEqual([
    [4, true, false],
    [5, true, false],
  ]);
  expect((await end()).notice).toMatchObject({ undeliveredCount: 5, cutOff: 1, sendable: 5 });
});
