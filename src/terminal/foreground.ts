import { readFileSync } from "node:fs";

/**
 * Whether the terminal is this process's: not where a shell let it go on in the background, in which whoever sets the
 * terminal is stopped. True where that cannot be told: Linux alone says it in a file.
 */
export function isInForeground(): boolean {
  try {
    // After the name, which may hold anything in its brackets: state, parent, group, session, terminal, its group.
    const [, , group, , , groupOfTerminal] =
      readFileSync("/proc/self/stat", "utf8").split(") ").at(-1)?.split(" ") ?? [];
    return group === groupOfTerminal;
  } catch {
    return true;
  }
}
