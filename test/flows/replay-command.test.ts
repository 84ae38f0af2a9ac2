import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { program } from "../harness/program.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const exits = (code: string) => `command:${program("exits-with.js", code)}`;

test("a replay starts a command for each event, and what was redacted is not given to it", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--redact", "resource.content.firstName", "--count", "1"]);
  const headers = { "content-type": "application/json", authorization: "Bearer sesame", "x-team": "crm" };
  await post(`${url}?tenant=7&token=sesame`, webhook(), headers);
  await ended;
  const to = `command:sh -c 'cat > given.json'`;
  const { status, stderr } = await project.run(["replay", "last", "--to", to, "--token", "typed"]);
  expect([status, stderr]).toEqual([0, expect.stringContaining("authorization, token, resource.content.firstName")]);
  const { stdout } = await project.run(["replay", "given.json", "--to", "3000", "--dry-run", "--json"]);
  expect(JSON.parse(stdout)).toMatchObject({
    url: "http://localhost:3000/?tenant=7",
    headers: expect.arrayContaining([["x-team", "crm"]]),
    body: { data: expect.stringContaining('"content":{}') },
  });
  expect(stdout).not.toMatch(/redacted|sesame|typed|authorization/);
});

test("a command that fails is a failed delivery, which --failed is not promised to make again", async () => {
  const project = await recordedProject([webhook()]);
  const { status, stdout, stderr } = await project.run(["replay", "last", "--to", exits("5")]);
  expect([status, stdout]).toEqual([1, expect.stringMatching(/^user\.added → node {2}exit 5 +\d+ ms {2}fixtures\//)]);
  expect(stderr).not.toContain("--failed");
  expect(await project.run(["replay", "--failed"])).toMatchObject({
    status: 2,
    stderr:
      "1 delivery to commands (--exec) cannot be resent: listen --exec … runs commands only for new events.\n" +
      "✖ None of the failed deliveries can be resent to its target.\n" +
      "  Send those events to another handler with --to.\n",
  });
});

test("of two commands of one program, the one that did not take the event is remembered", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, [exits("3"), exits("0"), "--count", "1"]);
  await post(url, numberedWebhook(1));
  await ended;
  expect((await project.run(["replay", "--failed", "--to", exits("0")])).status).toBe(0);
});
