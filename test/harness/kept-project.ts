import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { installStandIn, type StandIn, type StandInSettings } from "./cloudflared.ts";
import { jsonLines } from "./json-lines.ts";
import { post } from "./post.ts";
import type { Project } from "./project.ts";
import { tunnelProject } from "./tunnel-project.ts";
import { webhook } from "./webhook.ts";

/** A project whose kept tunnel is gone after the test. */
export async function keptProject(settings: StandInSettings = {}): Promise<{ standIn: StandIn; project: Project }> {
  const standIn = await installStandIn(settings);
  const project = await tunnelProject(standIn);
  onTestFinished(async () => void (await project.run(["tunnel", "stop", "--all", "--yes"])));
  return { standIn, project };
}

/** What a `listen` said of itself, once it took events and was ended by Ctrl-C. `act` is given its `ready` line. */
export async function listened(
  project: Project,
  args: readonly string[] = ["--keep-tunnel"],
  act: (ready: Record<string, unknown>) => Promise<unknown> = async () => undefined,
) {
  const running = project.start(["listen", "--json", ...args]);
  await running.untilOut(/"type":"ready".*\n/);
  const [ready = {}] = jsonLines(running.stdout());
  await act(ready);
  running.kill("SIGINT");
  const { status, stdout, stderr } = await running.ended;
  expect(status).toBe(0);
  return { ready, end: jsonLines(stdout).at(-1), tunnel: jsonLines(stderr).filter(({ type }) => type === "tunnel") };
}

export const portOf = ({ local }: Record<string, unknown>) => Number(new URL(String(local)).port);
export const pathOf = ({ url }: Record<string, unknown>) => new URL(String(url)).pathname;

/** The status that a call through the tunnel gets, as AppDirect would make it. */
export async function postThrough(standIn: StandIn, path: string): Promise<number> {
  return (await post((await standIn.address()) + path, webhook())).status;
}

/** The file that tells of the kept tunnel. */
export async function keptRecord({ stateFolder }: Project): Promise<string> {
  const folder = join(stateFolder, "appdirect-hooks", "kept-tunnels");
  const [name = ""] = await readdir(folder);
  return join(folder, name);
}
