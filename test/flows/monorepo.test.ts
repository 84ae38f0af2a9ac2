import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { startListener } from "../harness/running-listener.ts";
import { sentPayload } from "../harness/sent-body.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

const valid = { resource: { type: "SUBSCRIPTION", uuid: "s" }, resourceAction: "REMOVED" };
const webhookNumber = (number: number) => numberedWebhook(number, valid);
const within = (folder: string) => ({ through: `cd ${folder} && exec "$@"` });

test.skipIf(process.platform === "win32")(
  "what listen recorded in one package is found at the root and in another",
  async () => {
    const project = await temporaryProject();
    const { folder, run } = project;
    for (const name of [".git", "packages/crm", "packages/billing"])
      await mkdir(join(folder, name), { recursive: true });
    const { url, ended } = await startListener(project, ["--count", "3"], within("packages/crm"));
    for (const number of [1, 2, 3]) await post(url, webhookNumber(number));
    await ended;
    const handler = await startRawServer((socket) => socket.write(answerWith(200)));
    const fromRoot = "From packages/crm/fixtures, where the last listen of this project recorded events.\n";
    const fromPackage = `From ${join(folder, "packages/crm/fixtures")}, where the last listen of this project recorded events.\n`;
    const sent = await run(["replay", "last:2", "00000001", "--to", handler.url]);
    expect(sent).toMatchObject({ status: 0, stderr: expect.stringContaining(fromRoot) });
    expect(sent.stderr.split("the last listen of this project recorded")).toHaveLength(2);
    expect((await run(["replay", "last", "--to", handler.url], within("packages/billing"))).stderr).toContain(
      fromPackage,
    );
    expect(handler.requests.map(sentPayload)).toMatchObject([2, 3, 1, 3].map((number) => ({ uuid: uuidOf(number) })));
    expect(await run(["validate", "last"])).toMatchObject({
      stderr: fromRoot,
      stdout: expect.stringContaining("✓ packages/crm/fixtures/subscription.removed/"),
    });
    expect(await run(["validate", "last", "--fixtures", "mine"])).toMatchObject({
      status: 2,
      stderr:
        "✖ The folder mine has no recordings yet.\n" +
        "  The last listen of this project recorded in packages/crm/fixtures: select that folder with --fixtures.\n",
    });
  },
);
