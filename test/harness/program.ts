import { fileURLToPath } from "node:url";

/** The command that runs one of test/programs with this Node. */
export function program(name: string, ...rest: string[]): string {
  const file = fileURLToPath(new URL(`../programs/${name}`, import.meta.url));
  return [process.execPath, file, ...rest].map((word) => `"${word}"`).join(" ");
}
