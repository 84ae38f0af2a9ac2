import { expect, test } from "vitest";
import { targetNotThere } from "../../src/delivery/sentences.ts";
import { freePort } from "../harness/free-port.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { shownError } from "../harness/shown-error.ts";
import { numberedWebhook, uuidOf, webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const answering = (status: number) => startRawServer((socket) => socket.write(answerWith(status)));

test("without --to and without a listen that forwarded, it asks for the target", async () => {
  const { run } = await recordedProject([webhook()]);
  expect(await run(["replay", "last"])).toEqual({
    status: 2,
    stdout: "",
    stderr:
      "✖ No target: add --to. (The last listen of this project forwarded to no local address.)\n" +
      "  For example: --to 3000, or --to http://localhost:3000/hooks\n",
  });
});

test("a handler's no is exit 1, and a success where --expect says so", async () => {
  const handler = await answering(404);
  const { run } = await recordedProject([webhook()]);
  const { status, stdout, stderr } = await run(["replay", "last", "--to", handler.url]);
  expect(status).toBe(1);
  expect(stdout).toMatch(/^user\.added → \S+ {2}404 /);
  expect(stderr).toMatch(/\ndelivered +0\nfailed +1 {2}1 × 404\n/);
  expect((await run(["replay", "last", "--to", handler.url, "--expect", "404"])).status).toBe(0);
});

test("a target that refuses connections is exit 3", async () => {
  const { run } = await recordedProject([webhook()]);
  const port = await freePort();
  const { status, stdout, stderr } = await run(["replay", "last", "--to", `127.0.0.1:${port}`]);
  expect(status).toBe(3);
  expect(stdout).toContain(`nothing listens on 127.0.0.1:${port}`);
  expect(stderr).toMatch(/\nfailed +1 {2}1 × refused\n/);
  expect(stderr).toContain(
    `\n✖ No attempt reached http://127.0.0.1:${port}/.\n  Start the handler, or check its address. --wait 10s waits until it accepts connections.\n`,
  );
});

test("where one of two targets refuses connections, it is exit 1", async () => {
  const handler = await answering(200);
  const { run } = await recordedProject([webhook()]);
  const { status } = await run(["replay", "last", "--to", handler.url, "--to", `127.0.0.1:${await freePort()}`]);
  expect([status, handler.requests.length]).toEqual([1, 1]);
});

test("many deliveries are a summary, and no more are on their way at once than was asked for", async () => {
  const waiting: (() => void)[] = [];
  const handler = await startRawServer((socket) => {
    waiting.push(() => socket.write(answerWith(200)));
    if (waiting.length === 10) for (const answer of waiting.splice(0)) answer();
  });
  const { run } = await recordedProject([webhook()]);
  const many = ["--times", "100", "--concurrency", "10"];
  const { status, stdout, stderr } = await run(["replay", "last", "--to", handler.url, ...many]);
  expect([status, stdout, handler.requests.length]).toEqual([0, "", 100]);
  expect(stderr).toMatch(
    /\nsent +100 deliveries in .*, [\d,]+ a second\ndelivered +100\nlatency +p50 .*, p90 .*, p99 .*, p99\.9 .*, max .*\n$/,
  );
  expect(waiting).toEqual([]);
});

test("with --json each delivery is a line, and the end the last", async () => {
  const handler = await answering(200);
  const { run } = await recordedProject([webhook()]);
  const { stdout, stderr } = await run(["replay", "last", "--to", handler.url, "--times", "2", "--json"]);
  expect(stderr).toBe("");
  expect(jsonLines(stdout)).toEqual([
    expect.objectContaining({ type: "delivery", number: 1, status: 200, delivered: true }),
    expect.objectContaining({ type: "delivery", number: 2, status: 200, delivered: true }),
    expect.objectContaining({ type: "end", sent: 2, delivered: 2, failed: 0 }),
  ]);
});

test("--wait sends once the handler is up", async () => {
  const { start, folder } = await temporaryProject();
  await writeFiles(folder, { "one.json": numberedWebhook(1) });
  const port = await freePort();
  const { untilErr, ended } = start(["replay", "one.json", "--to", `127.0.0.1:${port}`, "--wait", "60s"]);
  await untilErr(/Waiting for http:\/\/127\.0\.0\.1:\d+\/\n/);
  const handler = await startRawServer((socket) => socket.write(answerWith(200)), { port });
  expect((await ended).status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(1) }]);
});

test("--wait that was in vain is exit 3", async () => {
  const { run } = await recordedProject([webhook()]);
  const to = `127.0.0.1:${await freePort()}`;
  expect(await run(["replay", "last", "--to", to, "--wait", "200ms"])).toEqual({
    status: 3,
    stdout: "",
    stderr: `Waiting for http://${to}/\n` + shownError(targetNotThere(`http://${to}/`, 200)),
  });
});

test.skipIf(process.platform === "win32")("Ctrl-C in the middle sends no more, says so and is exit 1", async () => {
  let answerSecond = () => {};
  const handler = await startRawServer((socket, number) => {
    answerSecond = () => void socket.write(answerWith(200));
    if (number === 1) answerSecond();
  });
  const { start } = await recordedProject([1, 2, 3].map((number) => numberedWebhook(number)));
  const { kill, untilOut, untilErr, ended } = start(["replay", "fixtures", "--to", handler.url]);
  await untilOut(/ 200 /);
  await handler.untilRequests(2);
  kill("SIGINT");
  await untilErr(/^! Stopping: waiting for 1 delivery on the way\.\n/m);
  answerSecond();
  const { status, stderr } = await ended;
  expect([status, handler.requests.length]).toEqual([1, 2]);
  expect(stderr).toMatch(/\ndelivered +2\n(?:.*\n)*Stopped before everything was sent\.\n/);
});

test("a target that answers nothing is given up after --timeout", async () => {
  const handler = await startRawServer(() => undefined);
  const { run } = await recordedProject([webhook()]);
  const { status, stderr } = await run(["replay", "last", "--to", handler.url, "--timeout", "100ms"]);
  expect(status).toBe(1);
  expect(stderr).toMatch(/\nfailed +1 {2}1 × timed out\n/);
});
