import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { recordedFiles } from "../harness/recordings.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { sentBody, sentPayload } from "../harness/sent-body.ts";
import { uuidOf, webhook, numberedWebhook } from "../harness/webhook.ts";

const taking = () => startRawServer((socket) => socket.write(answerWith(200)));

test("the documented User Created payload, in white space of its sender's, is sent again byte for byte", async () => {
  const documented = await readFile(new URL("../../fixtures/user.added/user.added.json", import.meta.url), "utf8");
  const body = Buffer.from(`\t${documented.replaceAll("\n", "\r\n ").replaceAll('": ', '" :\t')}\n\n`);
  expect(JSON.parse(body.toString())).toEqual(JSON.parse(documented));
  const handler = await taking();
  const { run } = await recordedProject([body], ["--forward-to", handler.url]);
  const { status, stdout, stderr } = await run(["replay", "last"]);
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /^user\.added → http:\/\/127\.0\.0\.1:\d+\/ {2}200 +\d+ ms {2}fixtures\/user\.added\/\S+\.json\n$/,
  );
  expect(stderr).toMatch(
    new RegExp(
      `^To ${handler.url}/, like the last listen of this project\\.\n\nsent +1 delivery in .*\ndelivered +1\n$`,
    ),
  );
  expect(handler.requests.map((request) => sentBody(request).equals(body))).toEqual([true, true]);
});

test("what JSON cannot hold is sent again byte for byte", async () => {
  const odd = '{"uuid":"odd-0001","n":12345678901234567890,"f":1.50,"e":1E400,"a":"\\u00e9","a":"é","__proto__":1}';
  const handler = await taking();
  const { run } = await recordedProject([odd]);
  expect((await run(["replay", "last", "--to", handler.url])).status).toBe(0);
  expect(sentBody(handler.requests[0]).toString()).toBe(odd);
});

test("--set and --unset change what is sent and nothing on disk, and say that the uuid is the old one", async () => {
  const handler = await taking();
  const { run, folder } = await recordedProject([webhook()]);
  const [file = ""] = await recordedFiles(join(folder, "fixtures"));
  const before = await readFile(join(folder, "fixtures", file), "utf8");
  const changes = ["--set", "resource.content.status=SUSPENDED", "--set", 'id="42"', "--unset", "timestamp"];
  const { status, stderr } = await run(["replay", "last", "--to", handler.url, ...changes]);
  expect(status).toBe(0);
  expect(stderr).toContain(
    "The changed event keeps its uuid, so a handler that drops repeats ignores it. --fresh gives it a new one.\n",
  );
  expect(sentPayload(handler.requests[0])).toEqual({
    uuid: "429afed8-0001-4000-8000-000000000001",
    resource: { type: "USER", uuid: "user-1", content: { firstName: "Ada", status: "SUSPENDED" } },
    resourceAction: "ADDED",
    id: "42",
  });
  expect(await readFile(join(folder, "fixtures", file), "utf8")).toBe(before);
});

test("--fresh gives each delivery a uuid of its own and the present time, without a note", async () => {
  const handler = await taking();
  const { run } = await recordedProject([webhook()]);
  const began = Date.now();
  const args = ["--fresh", "--set", "resource.content.firstName=Grace", "--times", "2"];
  const { status, stderr } = await run(["replay", "last", "--to", handler.url, ...args]);
  expect(status).toBe(0);
  expect(stderr).not.toContain("uuid");
  const sent = handler.requests.map(sentPayload);
  expect(sent).toEqual([0, 1].map(() => expect.objectContaining({ resourceAction: "ADDED" })));
  const [first, second] = handler.requests.map((request) => JSON.parse(sentBody(request).toString()));
  expect(new Set([first.uuid, second.uuid, "429afed8-0001-4000-8000-000000000001"]).size).toBe(3);
  expect(first.timestamp).toBeGreaterThanOrEqual(began);
  expect(first.resource.content).toEqual({ firstName: "Grace" });
});

test("a path that is in no payload is said", async () => {
  const handler = await taking();
  const { run } = await recordedProject([webhook()]);
  const { status, stderr } = await run(["replay", "last", "--to", handler.url, "--unset", "resource.contnt"]);
  expect(status).toBe(0);
  expect(stderr).toContain("! resource.contnt is not in any payload, so nothing was changed there.\n");
  expect(stderr).not.toContain("under the uuid it came with");
});

test("last:2 sends the two latest in the order in which they came", async () => {
  const handler = await taking();
  const { run } = await recordedProject([1, 2, 3].map((number) => numberedWebhook(number)));
  expect((await run(["replay", "last:2", "--to", handler.url])).status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(2) }, { uuid: uuidOf(3) }]);
});
