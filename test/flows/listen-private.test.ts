import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";

test("whatever the umask, what listen makes is its user's alone", async () => {
  const project = await temporaryProject();
  const { url, kill, ended } = await startListener(project, ["--auth", "token"], { through: 'umask 000; exec "$@"' });
  const kept = (await readdir(project.stateFolder, { recursive: true })).find((path) => path.endsWith("kept.json"));
  const { token } = JSON.parse(await readFile(join(project.stateFolder, kept ?? ""), "utf8"));
  await post(url, webhook(), { "x-appdirect-webhook-token": token.token });
  const made = [...(await modesIn(project.stateFolder)), ...(await modesIn(join(project.folder, "fixtures")))];
  kill("SIGTERM");
  await ended;
  expect(made.length).toBeGreaterThan(5);
  expect(made.filter(({ others }) => others !== 0)).toEqual([]);
});

async function modesIn(folder: string): Promise<{ path: string; others: number }[]> {
  const paths = [folder, ...(await readdir(folder, { recursive: true })).map((path) => join(folder, path))];
  return Promise.all(paths.map(async (path) => ({ path, others: (await stat(path)).mode & 0o077 })));
}
