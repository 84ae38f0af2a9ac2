import { documentedWaitsMs } from "../../delivery/index.ts";
import { simulatorApi } from "../../marketplace/simulator/index.ts";
import {
  createTheme,
  simulateJsonView,
  simulateView,
  unreadText,
  type SimulateOutput,
  type SimulateView,
} from "../../output/index.ts";
import type { SimulateNotice, SimulateOptions } from "../../sessions/simulate/index.ts";
import type { Terminal } from "../../terminal/index.ts";
import { shownPath, type CommandContext } from "../command.ts";

/** A view in the terminal, or for programs. */
export async function openSimulateView(
  { waitsMs, timeScale, count, stateFile }: Pick<SimulateOptions, "waitsMs" | "timeScale" | "count" | "stateFile">,
  { options }: { options: { json: boolean; verbose: boolean } },
  { terminal, program, host }: CommandContext,
): Promise<SimulateView> {
  const output = boundedOutput(terminal, options);
  if (options.json) return simulateJsonView({ output });
  return simulateView({
    output,
    outTheme: await createTheme(terminal.outLevel),
    errTheme: await createTheme(terminal.errLevel),
    width: () => terminal.outWidth,
    errWidth: () => terminal.errWidth,
    verbose: options.verbose,
    program,
    shownPath: (file) => shownPath(file, host.cwd),
    waitsMs,
    documentedWaits: documentedWaitsMs.length,
    timeScale,
    ...((count === undefined || stateFile !== undefined) && { resend: simulatorApi.operations.resend }),
  });
}

/** Where nobody reads, lines are left out and counted, but never the first and the last one. */
function boundedOutput(terminal: Terminal, { json }: { json: boolean }): SimulateOutput {
  const { out, err } = terminal.bounded((lines) => unreadText(lines, json ? "json" : "line"));
  return {
    data: (text, { kind }) => out.write(text, { always: isFirstOrLast(kind) }),
    say(text, { kind }) {
      if (!terminal.isQuiet || isUrgent(kind)) err.write(text, { always: isFirstOrLast(kind) });
    },
  };
}

function isFirstOrLast(kind: SimulateNotice["kind"]): boolean {
  return kind === "ready" || kind === "end";
}

/** Why nothing happens must not be missed with `--quiet` either. */
function isUrgent(kind: SimulateNotice["kind"]): boolean {
  return kind === "nobody" || kind === "held";
}
