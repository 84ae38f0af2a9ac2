import { execFile, execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { promisify } from "node:util";
import { onTestFailed, onTestFinished } from "vitest";
import { eventually } from "./eventually.ts";
import type { Project } from "./project.ts";

/** A real terminal with a shell in it, in a project's folder. */
export interface TerminalWindow {
  /** Types this, without Enter. */
  type(text: string): Promise<void>;
  /** Presses a key by its name in tmux: `Enter`, `C-c`. */
  press(...keys: string[]): Promise<void>;
  /** What is on the screen and above it, once it matches. */
  until(pattern: RegExp): Promise<string>;
  /** The same with its colours, now. */
  coloured(): Promise<string>;
  /** The same with each line whole, as it was written. */
  unwrapped(): Promise<string>;
}

const run = promisify(execFile);

export const hasTmux = installed("tmux");

/** The shell has `hooks` for the built program. */
export async function openTerminal(project: Project, { columns = 100, rows = 50 } = {}): Promise<TerminalWindow> {
  const server = `appdirect-hooks-${randomUUID()}`;
  const tmux = async (...args: string[]) => (await run("tmux", ["-L", server, "-f", "/dev/null", ...args])).stdout;
  const size = ["-x", String(columns), "-y", String(rows)];
  const env = Object.entries({ ...project.env, PS1: "$ ", HISTFILE: "" }).map(([name, value]) => `${name}=${value}`);
  await tmux("new-session", "-d", ...size, "-c", project.folder, "env", "-i", "TERM=screen", ...env, "sh");
  onTestFinished(() => void tmux("kill-server").catch(() => undefined));
  const screen = (...args: string[]) => tmux("capture-pane", "-p", "-S", "-", ...args);
  let seen = "";
  onTestFailed(() => console.error(`The terminal showed at last:\n${seen}`));
  const type = async (text: string) => void (await tmux("send-keys", "-l", "--", text));
  const press = async (...keys: string[]) => void (await tmux("send-keys", ...keys));
  return {
    type,
    press,
    until: (pattern) =>
      eventually(async () => {
        seen = await screen();
        return pattern.test(seen) ? seen : undefined;
      }),
    coloured: () => screen("-e"),
    unwrapped: () => screen("-J"),
  };
}

function installed(command: string): boolean {
  try {
    execFileSync(command, ["-V"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
