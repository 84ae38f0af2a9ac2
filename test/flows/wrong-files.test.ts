import { execFileSync } from "node:child_process";
import { symlink, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { temporaryProject } from "../harness/project.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const valid = { resource: { type: "SUBSCRIPTION", uuid: "s" }, resourceAction: "REMOVED" };
const webhookNumber = (number: number) => numberedWebhook(number, valid);
const taking = () => startRawServer((socket) => socket.write(answerWith(200)));

test.skipIf(process.platform === "win32")(
  "what has no end is refused at once by its name, and the others are sent and checked",
  async () => {
    const handler = await taking();
    const { run, folder } = await temporaryProject();
    await writeFiles(folder, { "a.json": webhookNumber(1), "large.json": "{}", "events.xml": "<event/>" });
    await truncate(join(folder, "large.json"), 300 * 1024 ** 2); // takes no room on the disk
    await symlink("/dev/zero", join(folder, "zero.json"));
    execFileSync("mkfifo", [join(folder, "pipe.json")]);
    const names = ["zero.json", "pipe.json", "large.json", "/dev/zero", "a.json"];
    const refused = [
      "zero.json is a link to a device, and a fixture is a file.",
      "pipe.json is a named pipe, and a fixture is a file.",
      "large.json has 300 MB, and 256 is the most that a fixture can have.",
      "/dev/zero is a device, and a fixture is a file.",
    ];
    const said = (text: string) => text.split("\n").flatMap((line) => /^✖ (.*)$/.exec(line)?.[1] ?? []);
    const replayed = await run(["replay", ...names, "events.xml", "--to", handler.url]);
    expect([replayed.status, said(replayed.stderr)]).toEqual([
      1,
      [...refused, "events.xml is XML; AppDirect sends webhooks as JSON."],
    ]);
    expect(handler.requests.map(sentPayload)).toMatchObject([{ uuid: uuidOf(1) }]);
    const validated = await run(["validate", ...names]);
    expect([validated.status, said(validated.stderr)]).toEqual([2, refused]);
    expect(validated.stdout).toContain("5 documents: 1 valid, 4 not checked.\n");
  },
);

test.skipIf(process.platform === "win32")("what a shell opened is read: <(…) and /dev/stdin", async () => {
  const handler = await taking();
  const { run, folder } = await temporaryProject();
  await writeFile(join(folder, "a.json"), webhookNumber(1));
  const args = ["--to", handler.url];
  for (const through of ['cat a.json | "$@" /dev/stdin', '"$@" /dev/stdin < a.json', '"$@" /dev/fd/9 9< a.json'])
    expect((await run(["replay", ...args], { through })).status).toBe(0);
  const { status } = await run(["replay", ...args], { through: `bash -c '"$@" <(cat a.json)' bash "$@"` });
  expect(status).toBe(0);
  expect(handler.requests.map(sentPayload)).toMatchObject(Array.from({ length: 4 }, () => ({ uuid: uuidOf(1) })));
});
