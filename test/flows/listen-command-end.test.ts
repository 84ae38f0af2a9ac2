import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { nestedCommand } from "../harness/nested-command.ts";
import { call, post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";

test.skipIf(process.platform !== "linux").each(["yielding", "stubborn"])(
  "a Ctrl-C ends all that a command started (%s)",
  async (manner) => {
    const command = await nestedCommand(manner);
    const { url, kill, ended } = await startListener(await temporaryProject(), ["--exec", command.typed]);
    await post(url, webhook());
    await command.processId();
    kill("SIGINT");
    expect((await ended).status).toBe(0);
    expect(await command.gone()).toBe(true);
  },
);

test.skipIf(process.platform !== "linux")("a second Ctrl-C ends all that a command started at once", async () => {
  const command = await nestedCommand("stubborn");
  const { url, kill, ended } = await startListener(await temporaryProject(), ["--exec", command.typed]);
  await post(url, webhook());
  await command.processId();
  kill("SIGINT");
  const refused = () => "refused";
  await eventually(() => call(url, { method: "GET" }).then(() => undefined, refused));
  kill("SIGINT");
  expect((await ended).status).toBe(130);
  expect(await command.gone()).toBe(true);
});
