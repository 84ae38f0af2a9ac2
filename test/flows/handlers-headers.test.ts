import { expect, test } from "vitest";
import { startHandler } from "../harness/handler.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";

test("listen sends the headers of -H to every handler, named by a flag or by itself", async () => {
  const project = await temporaryProject();
  const handlers = [await startHandler(), await startHandler()];
  const [first, second] = handlers.map(({ url }) => url);
  const typed = ["-f", first ?? "", second ?? "", "-H", "x-team: billing", "--count", "1"];
  const { url, ended } = await startListener(project, typed);
  await post(url, webhook());
  expect((await ended).status).toBe(0);
  for (const handler of handlers) expect(handler.headers()).toEqual([expect.arrayContaining(["x-team: billing"])]);
});

test("the handlers on the command line replace those of the variable, and that is said", async () => {
  const project = await temporaryProject();
  const handlers = [await startHandler(), await startHandler()];
  const [inVariable, typed] = handlers.map(({ url }) => url);
  const env = { APPDIRECT_HOOKS_FORWARD_TO: inVariable ?? "" };
  const { url, ended } = await startListener(project, [typed ?? "", "--count", "1"], { env });
  await post(url, webhook());
  const { status, stderr } = await ended;
  expect([status, handlers.map((handler) => handler.headers().length)]).toEqual([0, [0, 1]]);
  expect(stderr).toContain("The targets on the command line replace those of APPDIRECT_HOOKS_FORWARD_TO.\n");
});

test("replay sends the headers of -H, and those of the variable", async () => {
  const { run } = await temporaryProject();
  const handler = await startHandler();
  await run(["generate", "user.added", "--out", "made"]);
  await run(["replay", "made", "--to", handler.url, "-H", "x-team: billing"]);
  await run(["replay", "made", "--to", handler.url], { env: { APPDIRECT_HOOKS_HEADER: "x-team: crm\nx-more: 1" } });
  expect(handler.headers()).toEqual([
    expect.arrayContaining(["x-team: billing"]),
    expect.arrayContaining(["x-team: crm", "x-more: 1"]),
  ]);
});
