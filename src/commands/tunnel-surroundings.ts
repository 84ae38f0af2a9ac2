import { printable, unreadText } from "../output/index.ts";
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
export function showLog({ terminal }: Pick<CommandContext, "terminal">): (line: string) => void {
  const { err } = terminal.bounded((lines) => unreadText(lines, "line"), mostWaiting);
  return (line) => err.write(`cloudflared: ${printable(line)}\n`);
}
