import type { ChildProcess } from "node:child_process";
import type { Readable } from "node:stream";

const keptBytes = 8_192;

export interface CommandOutput {
  output: string;
  errorOutput: string;
}

/**
 * Gathers what a child process writes: the last 8 kB of standard output, and those of standard error. Each has its
 * own, so that much of the one does not push out why it failed.
 */
export function keepOutput(child: ChildProcess): () => CommandOutput {
  const output = keepTail(child.stdout);
  const errorOutput = keepTail(child.stderr);
  return () => ({ output: output().toString(), errorOutput: errorOutput().toString() });
}

function keepTail(stream: Readable | null): () => Buffer {
  let kept = Buffer.alloc(0);
  stream?.on("data", (chunk: Buffer) => {
    kept = Buffer.concat([kept, chunk]).subarray(-keptBytes);
  });
  return () => kept;
}

/** Its last line, that on standard error first, 200 characters at most; undefined where it said nothing. */
export function lastWords({ output, errorOutput }: CommandOutput): string | undefined {
  const said = errorOutput.trim() === "" ? output : errorOutput;
  const line = said.trimEnd().split("\n").at(-1)?.trim() ?? "";
  return line === "" ? undefined : line.slice(0, 200);
}
