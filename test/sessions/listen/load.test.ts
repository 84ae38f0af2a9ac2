import { expect, onTestFinished, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { describeEvent } from "../../../src/events/index.ts";
import type { Notice } from "../../../src/sessions/index.ts";
import { listening } from "../../harness/listening.ts";
import { memoryInUse } from "../../harness/memory-in-use.ts";
import { post } from "../../harness/post.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFixtures } from "../../harness/recordings.ts";
import { numberedWebhook, uuidOf } from "../../harness/webhook.ts";

const mebibyte = 1024 ** 2;

/** What Node warns of until the test ends, such as listeners that pile up. */
function nodeWarnings(): string[] {
  const warnings: string[] = [];
  const note = (warning: Error) => void warnings.push(`${warning.name}: ${warning.message}`);
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  return warnings;
}

test("250 connections at once are all answered 200, and make 250 whole fixtures", async () => {
  const warnings = nodeWarnings();
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { port, folder, said, until, notices, end } = await listening({ targets: [parseTarget(handler.url)] });
  const clients = await Promise.all(Array.from({ length: 250 }, () => rawClient(port)));
  const answers = clients.map(async (client, number) => {
    const body = numberedWebhook(number, { note: "n".repeat(5_000) });
    await client.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body.slice(0, 2_000)}`);
    await client.write(body.slice(2_000));
    return (await client.untilAnswer('{"status":')).split("\r\n")[0];
  });
  expect(new Set(await Promise.all(answers))).toEqual(new Set(["HTTP/1.1 200 OK"]));
  const uuids = (await recordedFixtures(folder)).map(({ payload }) => describeEvent(payload).uuid);
  const expected = Array.from({ length: 250 }, (_, number) => uuidOf(number));
  expect(uuids.toSorted()).toEqual(expected);
  expect(notices("event").map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
  const delivered = await until("delivery", 250);
  expect(delivered.map(({ number }) => number)).toEqual(expected.map((_, index) => index + 1));
  const early = delivered.filter((one) => said.indexOf(one) < said.findIndex((other) => isEvent(other, one.number)));
  expect(early).toEqual([]);
  expect((await end()).notice).toMatchObject({ events: { "user.added": 250 }, delivered: 250, undelivered: [] });
  expect(warnings).toEqual([]);
});

test("events that wait for a target take no memory beyond what its queue may hold", { timeout: 30_000 }, async () => {
  const hanging = await startRawServer(() => undefined);
  const heldLimits = { whole: 8 * mebibyte, places: mebibyte };
  const { url, clock } = await listening({ targets: [parseTarget(hanging.url)], heldLimits }, { views: [] });
  const before = memoryInUse();
  const bodies = 12;
  for (let number = 0; number < bodies; number += 1) {
    const body = numberedWebhook(number) + " ".repeat(3 * mebibyte);
    expect((await post(url, body)).status).toBe(200);
    await clock.untilSleepingFor(50); // then files are flushed, and the log has room again
    await clock.advance(50);
  }
  // 8 MiB of bodies, and what is on its way; held whole they would take 36.
  expect((memoryInUse() - before) / mebibyte).toBeLessThan(25);
});

function isEvent(notice: Notice, number: number): boolean {
  return notice.kind === "event" && notice.number === number;
}
