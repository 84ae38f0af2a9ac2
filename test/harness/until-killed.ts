import { spawn } from "node:child_process";
import { once } from "node:events";

/** Runs a program until it said so many lines, and kills it; resolves with all that it said. */
export async function linesUntilKilled(program: string, args: readonly string[], count: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let output = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    output += chunk;
    if (output.split("\n").length > count) child.kill("SIGKILL");
  }
  await exited;
  return output.split("\n").slice(0, -1);
}
