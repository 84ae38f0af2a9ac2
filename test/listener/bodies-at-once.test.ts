import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { memoryInUse } from "../harness/memory-in-use.ts";
import { openListener } from "../harness/open-listener.ts";
import { post } from "../harness/post.ts";
import { rawClient } from "../harness/raw-client.ts";

const bytesLimits = { held: 1000, worked: 500, unpaused: 100 };
const text = (bytes: number) => JSON.stringify("x".repeat(bytes - 2));

test("a body that is paused is not told as half a body, and is taken once there is room", async () => {
  const clock = manualClock();
  const listener = await openListener({ clock, bytesLimits });
  const [first, second] = [await rawClient(listener.port), await rawClient(listener.port)];
  const head = "POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1200\r\n\r\n";
  await first.write(head + text(1200).slice(0, 1100));
  await clock.untilSleeping(1);
  await clock.advance(20_000);
  await second.write(head + text(1200).slice(0, 1100));
  await clock.untilSleeping(2);
  await post(`${listener.origin}/`, "{}"); // by then what the second sent has been read
  await clock.advance(10_000); // the first is told
  expect(await first.untilAnswer("}")).toMatch(/^HTTP\/1\.1 408 /);
  await clock.advance(25_000); // 35 seconds, the first 10 of them paused
  await second.write(text(1200).slice(1100));
  expect(await second.untilAnswer("}")).toMatch(/^HTTP\/1\.1 200 /);
  expect(listener.refusals).toMatchObject([{ status: 408 }]);
});

test("the next body is worked on once the one before it is answered", async () => {
  const answers: ((status: number) => void)[] = [];
  const listener = await openListener({ bytesLimits, take: () => new Promise((resolve) => answers.push(resolve)) });
  const posted = [1, 2, 3].map(() => post(listener.origin, text(400)));
  await eventually(() => answers.length === 1 || undefined);
  expect((await rawStatus(listener.port)).split(" ")[1]).toBe("200");
  expect(listener.taken).toHaveLength(1);
  for (const number of [0, 1, 2]) (await eventually(() => answers[number]))(201);
  expect((await Promise.all(posted)).map(({ status }) => status)).toEqual([201, 201, 201]);
});

test("a body that cannot be taken leaves its room to others", async () => {
  const listener = await openListener({ bytesLimits, maxBodyBytes: 3000 });
  const statuses: number[] = [];
  for (const body of [text(2000), text(4000), "no JSON".repeat(200), text(2000)]) {
    statuses.push((await post(listener.origin, body)).status);
    statuses.push((await post(listener.origin, body, { "content-encoding": "gzip" })).status);
  }
  expect(statuses).toEqual([200, 400, 413, 413, 200, 400, 200, 400]);
});

test("a connection that is kept keeps nothing of the bodies that came on it", async () => {
  const listener = await openListener();
  const clients = await Promise.all(Array.from({ length: 20 }, () => rawClient(listener.port)));
  const body = text(1_000_000);
  const before = memoryInUse();
  for (const client of clients) {
    await client.write(`POST / HTTP/1.1\r\nhost: x\r\ncontent-length: ${body.length}\r\n\r\n${body}`);
    expect(await client.untilAnswer('{"status":')).toMatch(/^HTTP\/1\.1 200 /);
  }
  listener.taken.length = 0; // what the test kept itself
  expect(memoryInUse() - before).toBeLessThan(5_000_000);
});

async function rawStatus(port: number): Promise<string> {
  const client = await rawClient(port);
  await client.write("GET / HTTP/1.1\r\nhost: x\r\n\r\n");
  return client.untilAnswer("records nothing");
}
