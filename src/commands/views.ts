import {
  createTheme,
  unreadText,
  urgentText,
  views,
  type FormatName,
  type View,
  type ViewOutput,
} from "../output/index.ts";
import type { Notice } from "../sessions/index.ts";
import type { Terminal } from "../terminal/index.ts";
import { shownPath, type CommandContext } from "./command.ts";

/** A view in the terminal. `from`: the folder from which files are named. */
export async function openView(
  format: FormatName,
  { terminal, program }: CommandContext,
  { output, from, verbose, bodyRows }: { output: ViewOutput; from: string; verbose: boolean; bodyRows?: number },
): Promise<View> {
  const create = await views[format].load();
  return create({
    output,
    outTheme: await createTheme(terminal.outLevel),
    errTheme: await createTheme(terminal.errLevel),
    width: () => terminal.outWidth,
    errWidth: () => terminal.errWidth,
    verbose,
    ...(bodyRows !== undefined && { bodyRows }),
    program,
    shownPath: (file) => shownPath(file, from),
  });
}

/**
 * Events go to stdout, all else to stderr; what must not be missed with `--quiet` too. Where nobody reads, lines are left
 * out and counted, but never the first and the last one.
 */
export function terminalOutput(terminal: Terminal, format: FormatName): ViewOutput {
  const { out, err } = terminal.bounded((lines) => unreadText(lines, format));
  return {
    data: (text, about) => out.write(text, { always: isFirstOrLast(about) }),
    say(text, about) {
      const said = terminal.isQuiet ? urgentText(text, about) : text;
      if (said !== undefined) err.write(said, { always: isFirstOrLast(about) });
    },
    ...(terminal.outIsPipe && { blank: () => out.write(" ") }),
  };
}

function isFirstOrLast(about: Notice | undefined): boolean {
  return about?.kind === "ready" || about?.kind === "end";
}
