import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

test("--failed sends what the handler did not take in the last session, to where it failed", async () => {
  const project = await temporaryProject();
  let isMended = false;
  const handler = await startRawServer((socket, number) =>
    socket.write(answerWith(isMended || number === 2 ? 200 : 500)),
  );
  const { url, ended } = await startListener(project, [`${handler.url}/crm`, "--count", "3"]);
  for (const number of [1, 2, 3]) await post(url, numberedWebhook(number));
  expect((await ended).status).toBe(1);
  isMended = true;
  expect((await project.run(["replay", "--failed"])).status).toBe(0);
  const again = handler.requests.slice(3);
  expect(again.map(sentPayload)).toMatchObject([{ uuid: uuidOf(1) }, { uuid: uuidOf(3) }]);
  expect(again.map((request) => request.split("\r\n")[0])).toEqual(["POST /crm HTTP/1.1", "POST /crm HTTP/1.1"]);
  expect((await project.run(["replay", "--failed"])).status).toBe(2);
});

test("--failed sends what a listener that was killed had not delivered", async () => {
  const project = await temporaryProject();
  const hanging = await startRawServer(() => undefined);
  const { url, kill, ended } = await startListener(project, ["--forward-to", hanging.url]);
  for (const number of [1, 2, 3]) expect((await post(url, numberedWebhook(number))).status).toBe(200);
  await hanging.untilRequests(1);
  await eventually(async () => (await journal(project.stateFolder)).match(/"received"/g)?.length === 3 || undefined);
  kill("SIGKILL");
  await ended;
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  expect((await project.run(["replay", "--failed", "--to", handler.url])).status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject([1, 2, 3].map((number) => ({ uuid: uuidOf(number) })));
});

test("--failed after a replay sends what that run did not deliver", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--count", "2"]);
  for (const number of [1, 2]) await post(url, numberedWebhook(number));
  await ended;
  const refusing = await startRawServer((socket, number) => socket.write(answerWith(number === 1 ? 200 : 503)));
  expect((await project.run(["replay", "fixtures", "--to", refusing.url])).status).toBe(1);
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  expect((await project.run(["replay", "--failed", "--to", handler.url])).status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(2) }]);
});

test("a listener that is stopped at once leaves what it was given for --failed", async () => {
  const project = await temporaryProject();
  const hanging = await startRawServer(() => undefined);
  const { url, kill, ended } = await startListener(project, ["--forward-to", hanging.url]);
  for (const number of [1, 2]) await post(url, numberedWebhook(number));
  await hanging.untilRequests(1);
  kill("SIGTERM");
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toContain("forwarded  0 delivered, 0 failed, 1 cut off, 1 not sent\n");
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { stderr: said } = await project.run(["replay", "--failed", "--to", handler.url]);
  expect(said).toMatch(/delivered +2\n/);
});

/** All lines of every journal. */
async function journal(stateFolder: string): Promise<string> {
  const entries = await readdir(stateFolder, { recursive: true });
  const files = entries.filter((entry) => entry.endsWith(".ndjson"));
  return (await Promise.all(files.map((file) => readFile(join(stateFolder, file), "utf8")))).join("");
}
