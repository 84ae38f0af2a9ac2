import { installStandIn, type StandInSettings } from "./cloudflared.ts";
import { freePort } from "./free-port.ts";
import type { StartOptions } from "./project.ts";
import { temporaryFolder } from "./temporary-folder.ts";
import { tunnelProject } from "./tunnel-project.ts";

/** Named by its year and month, as cloudflared's versions are. */
export function versionOfThisMonth(): string {
  const now = new Date();
  return `${now.getUTCFullYear()}.${now.getUTCMonth() + 1}.0`;
}

/** A machine on which all is well, but for what the stand-in is told. */
export async function doctoredMachine(settings: StandInSettings = {}) {
  const standIn = await installStandIn({ version: versionOfThisMonth(), ...settings });
  const project = await tunnelProject(standIn, { trialMs: 3_000, checksMs: 300, configFolders: [] });
  const [home, port] = [await temporaryFolder(), await freePort()];
  const command = (args: readonly string[]) => ["doctor", "--port", String(port), ...args];
  const withHome = (options: StartOptions = {}) => ({ ...options, env: { HOME: home, ...options.env } });
  return {
    standIn,
    project,
    home,
    port,
    doctor: (args: readonly string[] = [], options?: StartOptions) => project.run(command(args), withHome(options)),
    start: (args: readonly string[] = [], options?: StartOptions) => project.start(command(args), withHome(options)),
  };
}

export const linesOf = ({ stdout }: { stdout: string }) => stdout.split("\n").slice(0, -1);
/** What stands out: a failure or a note with what is below it, and the last line. */
export const troubles = (said: { stdout: string }) => linesOf(said).filter((line) => !/^[✓-]/.test(line));
