import { spawn, type ChildProcess, type SpawnOptions } from "node:child_process";
import { withoutSecrets } from "../../../config/index.ts";
import { systemCode } from "../../../errors.ts";
import { whenAborted } from "../../../waiting.ts";
import type { CommandContext } from "../../command.ts";
import { editorUnavailable, noEditor } from "../../sentences/editing.ts";

/** What opens a text for a person. */
export interface Editor {
  /** For a shell: it may have arguments. */
  command: string;
  /** The variable that names it; undefined for the usual one. */
  variable?: string;
}

/** VISUAL, else EDITOR, else the usual one. Throws `HooksError` INPUT_NEEDED where nobody could use that. */
export function chosenEditor({ host, terminal }: Pick<CommandContext, "host" | "terminal">): Editor {
  for (const variable of ["VISUAL", "EDITOR"]) {
    const command = host.env[variable]?.trim() ?? "";
    if (command !== "") return { command, variable };
  }
  const command = host.platform === "win32" ? "notepad" : "vi";
  if (!terminal.canAsk) throw noEditor(command);
  return { command };
}

/**
 * Opens a file until the editor ends; gives its exit status, or the signal that ended it. It has the terminal for so long,
 * Ctrl-C included. Throws `HooksError` EDITOR_UNAVAILABLE.
 */
export async function openIn(editor: Editor, file: string, context: CommandContext): Promise<number | string> {
  const { host } = context;
  const giveBack = host.lendInterrupts();
  let forget = (): void => undefined;
  try {
    const child = started(editor, file, context);
    forget = whenAborted(host.interruption(), () => child.kill());
    const end = await endOf(child);
    if (couldNotStart(end, host.platform)) throw editorUnavailable(editor.command, editor.variable);
    return end;
  } catch (cause) {
    if (systemCode(cause) === undefined) throw cause;
    throw editorUnavailable(editor.command, editor.variable);
  } finally {
    forget();
    giveBack();
  }
}

/** The value of such a variable is a shell's, as it is for git: `code --wait`, `"/opt/My Editor/edit" -n`. */
function started({ command }: Editor, file: string, { host, terminal }: CommandContext): ChildProcess {
  const options: SpawnOptions = {
    cwd: host.cwd,
    env: withoutSecrets(host.env),
    // What reads our stdout waits for results, not for what an editor says.
    stdio: ["inherit", terminal.outIsTerminal ? "inherit" : 2, "inherit"],
  };
  if (host.platform === "win32") return spawn(`${command} "${file}"`, { ...options, shell: true });
  // A shell that stays would die of a Ctrl-C that its editor survives, and would not hand on our SIGTERM.
  const start = isOneProgram(command) ? "exec " : "";
  return spawn("sh", ["-c", `${start}${command} "$1"`, "sh", file], options);
}

/** Not a variable's assignment, a builtin or several commands. */
function isOneProgram(command: string): boolean {
  return !/[|&;<>()`\n]/.test(command) && !/^(?:\S*=|[:.](?:\s|$))/.test(command);
}

function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (status, signal) => resolve(status ?? signal ?? "a signal"));
  });
}

/** As the shell says it; cmd has 9009 for it. */
function couldNotStart(end: number | string, platform: string): boolean {
  return platform === "win32" ? end === 9009 : end === 126 || end === 127;
}
