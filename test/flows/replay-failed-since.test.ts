import { expect, test } from "vitest";
import { nothingFailed } from "../../src/commands/sentences/selecting.ts";
import { post } from "../harness/post.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { shownError } from "../harness/shown-error.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

/** A handler that refuses all until it is told which events it takes. */
async function choosyHandler() {
  let taken: readonly number[] = [];
  const handler = await startRawServer((socket, number) => {
    const request = handler.requests[number - 1] ?? "";
    socket.write(answerWith(taken.some((one) => request.includes(uuidOf(one))) ? 200 : 500));
  });
  return { handler, takes: (...numbers: number[]) => (taken = numbers) };
}

async function listenTo(project: Project, target: string, count: number): Promise<void> {
  const { url, ended } = await startListener(project, [target, "--count", String(count)]);
  for (let number = 1; number <= count; number += 1) await post(url, numberedWebhook(number));
  await ended;
}

test("--failed sends what the runs before it left, until nothing is left", async () => {
  const project = await temporaryProject();
  const { handler, takes } = await choosyHandler();
  await listenTo(project, handler.url, 5);
  takes(1, 2, 3);
  const first = await project.run(["replay", "--failed"]);
  expect([first.status, first.stderr]).toEqual([1, expect.stringContaining(" replay --failed\n")]);
  takes(1, 2, 3, 4, 5);
  expect((await project.run(["replay", "--failed"])).status).toBe(0);
  expect(handler.requests.slice(10).map(sentPayload)).toMatchObject([{ uuid: uuidOf(4) }, { uuid: uuidOf(5) }]);
  const last = await project.run(["replay", "--failed"]);
  expect([last.status, last.stderr]).toEqual([2, shownError(nothingFailed())]);
});

test("an event that a selection brought to another target is still owed where it failed", async () => {
  const project = await temporaryProject();
  const [{ handler, takes }, other] = [
    await choosyHandler(),
    await startRawServer((socket) => socket.write(answerWith(200))),
  ];
  await listenTo(project, handler.url, 1);
  expect((await project.run(["replay", "last", "--to", other.url])).status).toBe(0);
  takes(1);
  expect((await project.run(["replay", "--failed"])).status).toBe(0);
  expect([handler.requests.length, other.requests.length]).toEqual([2, 1]);
});

test("--failed --to another target moves there what is owed", async () => {
  const project = await temporaryProject();
  const [{ handler }, other] = [await choosyHandler(), await choosyHandler()];
  await listenTo(project, handler.url, 2);
  other.takes(1);
  expect((await project.run(["replay", "--failed", "--to", other.handler.url])).status).toBe(1);
  other.takes(2);
  expect((await project.run(["replay", "--failed"])).status).toBe(0);
  expect([handler.requests.length, other.handler.requests.length]).toEqual([2, 3]);
  expect((await project.run(["replay", "--failed"])).status).toBe(2);
});

test("what is not JSON is owed to nobody", async () => {
  const project = await temporaryProject();
  const { handler } = await choosyHandler();
  const { url, kill, ended } = await startListener(project, [handler.url]);
  expect((await post(url, "{")).status).toBe(400);
  kill("SIGTERM");
  expect((await ended).status).toBe(0);
  const failed = await project.run(["replay", "--failed"]);
  expect([failed.status, failed.stderr]).toEqual([2, shownError(nothingFailed())]);
  expect(handler.requests).toEqual([]);
  expect((await project.run(["replay", "last", "--to", handler.url])).status).toBe(1);
  expect(handler.requests).toHaveLength(1);
});
