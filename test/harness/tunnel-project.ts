import { delimiter } from "node:path";
import type { TunnelSettings } from "../../src/tunnel/index.ts";
import { bundledProgram } from "./bundled-program.ts";
import type { StandIn } from "./cloudflared.ts";
import { temporaryProject, type Project } from "./project.ts";

/** Short enough for a test, in the order in which they are for a user. */
const short: Partial<TunnelSettings> = {
  publicationMs: 50,
  connectMs: 3_000,
  restartAfterMs: 500,
  pollMs: 50,
  waitsMs: [50, 100],
  lateWaitsMs: [300_000],
};

/** A project in which the stand-in is the cloudflared on PATH, and our program asks nothing but its DNS server. */
export async function tunnelProject(
  standIn: Pick<StandIn, "folder" | "resolver">,
  settings: Partial<TunnelSettings> = {},
): Promise<Project> {
  const project = await temporaryProject({ program: await bundledProgram("with-tunnel-settings.ts") });
  const ours = tunnelEnvironment(project, standIn, settings);
  return {
    ...project,
    start: (args, options) => project.start(args, { ...options, env: { ...ours, ...options?.env } }),
    run: (args, options) => project.run(args, { ...options, env: { ...ours, ...options?.env } }),
  };
}

/** What makes our program use this stand-in. */
export function tunnelEnvironment(
  { env }: Pick<Project, "env">,
  { folder, resolver }: Pick<StandIn, "folder" | "resolver">,
  settings: Partial<TunnelSettings> = {},
): Record<string, string> {
  return {
    PATH: `${folder}${delimiter}${env["PATH"] ?? ""}`,
    TUNNELS_OF_TEST: JSON.stringify({ ...short, resolver, ...settings }),
  };
}
