import { printable } from "../output/index.ts";
import { rememberTunnel, tunnelFolder, type ProjectState } from "../state/index.ts";
import type { TunnelSurroundings } from "../tunnel/index.ts";
import type { CommandContext } from "./command.ts";

/** What surrounds a tunnel that a command opens. `log`: is given each line that the tunnel's program prints. */
export function tunnelSurroundings(
  { host, clock, random }: Pick<CommandContext, "host" | "clock" | "random">,
  state: ProjectState,
  log?: (line: string) => void,
): TunnelSurroundings {
  return {
    clock,
    random,
    machine: host,
    folder: tunnelFolder(state),
    remember: (started) => rememberTunnel(state, started),
    atExit: (act) => host.atExit(act),
    ...(log && { log }),
  };
}

const mostWaiting = 1024 * 1024;

/** Shows the lines of --debug; it can print faster than a terminal shows. */
export function showLog({ host, terminal }: Pick<CommandContext, "host" | "terminal">): (line: string) => void {
  return (line) => {
    if (host.stderr.writableLength < mostWaiting) terminal.fail(`cloudflared: ${printable(line)}\n`);
  };
}
