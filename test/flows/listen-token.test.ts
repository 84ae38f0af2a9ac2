import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notAskedFor } from "../../src/commands/sentences/authentication.ts";
import { unreadableSecret } from "../../src/config/sentences.ts";
import { post } from "../harness/post.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { shownError } from "../harness/shown-error.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const json = { "content-type": "application/json" };
const presenting = (token: string, name = "x-appdirect-webhook-token") => ({ ...json, [name]: token });

test("a token from a file is demanded, and stands nowhere in what is printed or kept", async () => {
  const project = await temporaryProject();
  const token = "s3cret-token-of-this-test";
  await writeFile(join(project.folder, "token.txt"), `${token}\n`);
  const { url, kill, ended } = await startListener(project, ["--token", "@token.txt", "-v", "--debug"]);
  const answers = [
    await post(url, numberedWebhook(1), json),
    await post(url, numberedWebhook(2), presenting("another")),
    await post(url, numberedWebhook(3), presenting(token)),
    await post(url, numberedWebhook(4), presenting(token, "appdirect-webhook-token")),
    await post(url, numberedWebhook(5), presenting(`${token} `.repeat(2))),
  ];
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 200, 200, 401]);
  expect(new Set(answers.filter(({ status }) => status === 401).map(({ body }) => body))).toEqual(
    new Set(['{"status":401}']),
  );
  kill("SIGTERM");
  const { stdout, stderr } = await ended;
  expect(stderr).toContain("refused: no token");
  expect(stderr).toContain("auth        requires the token in x-appdirect-webhook-token\n");
  expect((await recordedFixtures(join(project.folder, "fixtures"))).map(({ request }) => request.headers)).toEqual([
    expect.objectContaining({ "x-appdirect-webhook-token": "[redacted]" }),
    expect.objectContaining({ "appdirect-webhook-token": "[redacted]" }),
  ]);
  const kept = await filesHolding(token, project);
  expect({ kept, printed: (stdout + stderr).includes(token) }).toEqual({ kept: ["token.txt"], printed: false });
});

test("a token from the variable is demanded and not shown", async () => {
  const project = await temporaryProject();
  const env = { APPDIRECT_HOOKS_TOKEN: "token-of-a-variable" };
  const { url, kill, ended } = await startListener(project, [], { env });
  expect((await post(url, webhook(), json)).status).toBe(401);
  expect((await post(url, webhook(), presenting("token-of-a-variable"))).status).toBe(200);
  kill("SIGTERM");
  const { stdout, stderr } = await ended;
  expect(stdout + stderr).not.toContain("token-of-a-variable");
  expect(await filesHolding("token-of-a-variable", project)).toEqual([]);
});

test("a token that is needed is made once, shown once and kept", async () => {
  const project = await temporaryProject();
  const token = await madeToken(project, ["--auth", "token"]);
  const { url, untilErr, stderr } = await startListener(project, ["--auth", "token"]);
  await untilErr(/Press Ctrl-C to stop/);
  expect(stderr()).not.toContain(token);
  expect((await post(url, webhook(), json)).status).toBe(401);
  expect((await post(url, webhook(), presenting(token))).status).toBe(200);
});

test("--new-token changes what is kept", async () => {
  const project = await temporaryProject();
  const first = await madeToken(project, ["--auth", "token"]);
  const second = await madeToken(project, ["--new-token"]);
  expect(second).not.toBe(first);
  const { url } = await startListener(project, ["--auth", "token"]);
  expect((await post(url, webhook(), presenting(first))).status).toBe(401);
  expect((await post(url, webhook(), presenting(second))).status).toBe(200);
});

test("a token file that is not there is named", async () => {
  const { run } = await temporaryProject();
  expect(await run(["listen", "--token", "@nowhere.txt"])).toEqual({
    status: 2,
    stdout: "",
    stderr: shownError(unreadableSecret("nowhere.txt", "--token", undefined)),
  });
});

test("refusals are told once a second at most, counted, and not recorded", async () => {
  const project = await temporaryProject();
  const { url, kill, ended } = await startListener(project, ["--token", "right"]);
  for (let number = 0; number < 20; number += 1) await post(url, webhook(), presenting("wrong"));
  kill("SIGTERM");
  const { stdout, stderr } = await ended;
  const lines = stderr.match(/refused: wrong token \(in x-appdirect-webhook-token\).*/g) ?? [];
  const told = lines.map((line) => Number(/\((\d+) times\)/.exec(line)?.[1] ?? 1));
  expect(told.reduce((sum, times) => sum + times, 0)).toBe(20);
  expect(lines.length).toBeLessThan(20);
  expect(stderr).toContain("received  0 events, 20 refused");
  expect(stdout).toBe("");
  expect(await recordedFixtures(join(project.folder, "fixtures"))).toEqual([]);
});

/** The token that a run makes, which it shows on a line of its own. */
async function madeToken(project: Project, args: string[]): Promise<string> {
  const { stderr } = await project.run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms", ...args]);
  return /\nThe token for AppDirect's form, saved for this project:\n(\S{20,})\n/.exec(stderr)?.[1] ?? "none was shown";
}

/** Every file of the project and of what is kept between runs. */
async function filesHolding(text: string, { folder, stateFolder }: Project): Promise<string[]> {
  const holding: string[] = [];
  for (const place of [folder, stateFolder]) {
    for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name), "utf8");
      if (content.includes(text)) holding.push(entry.name);
    }
  }
  return holding;
}

test("--auth none beside a token is refused, for it would switch the check off", async () => {
  const { run } = await temporaryProject();
  expect(await run(["listen", "--auth", "none", "--token", "sesame", "--for", "1ms"])).toEqual({
    status: 2,
    stdout: "",
    stderr: shownError(notAskedFor("token", "none")),
  });
});
