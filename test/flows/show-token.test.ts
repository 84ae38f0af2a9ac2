import { expect, test } from "vitest";
import {
  givenIsNotShown,
  nothingKept,
  showsAndMakes,
  showsNothing,
} from "../../src/commands/sentences/authentication.ts";
import { HooksError } from "../../src/errors.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";
import { writeFiles } from "../harness/write-files.ts";

const once = ["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "--auth", "token"];

test("a token that was made is shown with --quiet too, and by --show-token alone from then on", async () => {
  const { run, typed } = await temporaryProject();
  const made = await run([...once, "--quiet"]);
  const [, token = ""] =
    /^\nThe token for AppDirect's form, saved for this project:\n(\S{20,})\n$/.exec(made.stderr) ?? [];
  expect(token).not.toBe("");
  const again = await run(once);
  expect(again.stderr).not.toContain(token);
  expect(again.stderr.replace(/\s+/g, " ")).toContain(`to show it: ${typed} listen --show-token `);
  expect(await run(["listen", "--show-token"])).toEqual({ status: 0, stdout: `${token}\n`, stderr: "" });
  expect(await run(["listen", "--show-token", "--json"])).toMatchObject({ stdout: `{"token":"${token}"}\n` });
  expect(await run(["listen", "3000", "--no-tunnel", "--events", "user", "--show-token"])).toMatchObject({
    stdout: `${token}\n`,
  });
});

test("programs are told that a token is kept, and not what it is", async () => {
  const { run } = await temporaryProject();
  const [first] = jsonLines((await run([...once, "--json"])).stdout);
  expect(first).toMatchObject({ type: "ready", token: expect.stringMatching(/^\S{20,}$/) });
  expect(first).not.toHaveProperty("tokenKept");
  const [second] = jsonLines((await run([...once, "--json"])).stdout);
  expect(second).toMatchObject({ type: "ready", tokenKept: true });
  expect(second).not.toHaveProperty("token");
  const [given] = jsonLines((await run([...once, "--token", "sesame", "--json"])).stdout);
  expect(given).not.toHaveProperty("tokenKept");
});

test.each([
  ["where none is kept", [], ({ typed }: Project) => nothingKept("none", typed)],
  ["for a scheme that keeps none", ["--auth", "token"], ({ typed }: Project) => nothingKept("token", typed)],
  ["beside one that is given", ["--auth", "token", "--token", "sesame"], () => givenIsNotShown("token", "--token")],
  ["for a scheme that needs none", ["--auth", "none"], () => showsNothing("none")],
  ["beside --new-token", ["--new-token"], showsAndMakes],
])("--show-token %s says why it shows nothing", async (_, args, mistake) => {
  const project = await temporaryProject();
  const error = mistake(project);
  expect(await project.run(["listen", "--show-token", ...args])).toEqual({
    status: error instanceof HooksError ? error.exitStatus : 0,
    stdout: "",
    stderr: shownError(error),
  });
});

test("a replay says in its first line that it presents the token of the project", async () => {
  const { run, folder } = await temporaryProject();
  const handler = await startHandler();
  await writeFiles(folder, { "event.json": '{"note":1}' });
  const replay = ["replay", "event.json", "--to", handler.url];
  expect((await run(replay)).stderr).not.toContain("presenting");
  await run(once);
  expect((await run(replay)).stderr.split("\n")[0]).toBe(`To ${handler.url}/, with this project's token.`);
  expect((await run([...replay, "--token", "sesame"])).stderr).not.toContain("presenting");
  const isPresented = (headers: string[]) => headers.some((line) => line.startsWith("x-appdirect-webhook-token: "));
  expect(handler.headers().map(isPresented)).toEqual([false, true, true]);
});

test("so it does where the targets are those of the last listen", async () => {
  const { run, folder } = await temporaryProject();
  const handler = await startHandler();
  await writeFiles(folder, { "event.json": '{"note":1}' });
  await run([...once, handler.url]);
  expect((await run(["replay", "event.json"])).stderr.split("\n")[0]).toBe(
    `To ${handler.url}/, like the last listen of this project, with this project's token.`,
  );
});
