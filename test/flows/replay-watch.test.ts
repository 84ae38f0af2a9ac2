import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { nothingToWatch } from "../../src/commands/sentences/watching.ts";
import { noneReached } from "../../src/commands/sentences/targets.ts";
import { freePort } from "../harness/free-port.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

/** A project with a payload and the source of a handler. */
async function watchedProject() {
  const project = await temporaryProject();
  await writeFiles(project.folder, { "1.json": webhook(), "src/app.js": "1" });
  const save = async (path: string, text: string) => {
    await writeFile(join(project.folder, `${path}~`), text);
    await rename(join(project.folder, `${path}~`), join(project.folder, path));
  };
  return { ...project, save };
}

test("--watch sends again when the source is saved, and when the fixture is, which it reads anew; Ctrl-C ends it", async () => {
  const [{ start, save }, handler] = [await watchedProject(), await startHandler()];
  const running = start(["replay", "1.json", "--to", handler.url, "--watch", "src"]);
  await running.untilErr(/\n\nWatching src and 1\.json: a change sends again, Ctrl-C ends\.\n/);
  await save("src/app.js", "2");
  await running.untilErr(/\n\n\d\d:\d\d:\d\d {2}src\/app\.js changed\.\n\nsent .*\ndelivered +1\n/);
  await save("1.json", webhook().replace("Ada", "Grace"));
  await running.untilErr(/\n\n\d\d:\d\d:\d\d {2}1\.json changed\.\n\nsent .*\ndelivered +1\n/);
  running.kill("SIGINT");
  expect((await running.ended).status).toBe(0);
  expect(handler.bodies()).toEqual([webhook(), webhook(), webhook().replace("Ada", "Grace")]);
});

test("a round that reaches nobody does not end it; what follows --watch alone is sent, and --json has each round", async () => {
  const { start, save } = await watchedProject();
  const to = `http://127.0.0.1:${await freePort()}/`;
  const running = start(["replay", "--to", to, "--json", "--watch", "1.json"]);
  await running.untilErr(/Watching 1\.json/);
  await save("1.json", webhook());
  await running.untilErr(new RegExp(`1\\.json changed\\.\nWaiting for ${to}\n`));
  running.kill("SIGTERM");
  const { status, stdout, stderr } = await running.ended;
  const { code, message, hint } = noneReached([to], ["connection refused"]);
  expect(stderr).toContain(`${JSON.stringify({ error: { code, message, hint } })}\n`);
  expect([status, jsonLines(stdout).map(({ type }) => type)]).toEqual([1, ["delivery", "end", "end"]]);
});

test("a path that does not exist is said before anything is sent", async () => {
  const [{ run }, handler] = [await watchedProject(), await startHandler()];
  const { status, stderr } = await run(["replay", "1.json", "--to", handler.url, "--watch", "sources"]);
  expect([status, stderr, handler.bodies()]).toEqual([2, shownError(nothingToWatch("sources")), []]);
});
