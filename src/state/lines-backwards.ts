import { open, type FileHandle } from "node:fs/promises";

const chunkBytes = 64 * 1024;
/** What has no end within so many bytes is not one of our lines. */
const longestLineBytes = 1024 * 1024;

/**
 * The lines of a file, the last one first, some at a time: only so much of it is read as is asked for. Ends early at a
 * line of more than 1 MB. Rejects with the system's errors.
 */
export async function* linesBackwards(file: string): AsyncGenerator<string[]> {
  const handle = await open(file, "r");
  try {
    let rest: Buffer[] = [];
    let end = (await handle.stat()).size;
    while (end > 0) {
      const start = Math.max(0, end - chunkBytes);
      const chunk = await readPart(handle, start, end);
      end = start;
      const firstEnd = start === 0 ? -1 : chunk.indexOf("\n");
      if (start > 0 && firstEnd < 0) rest = [chunk, ...rest];
      else {
        yield linesOf(Buffer.concat([chunk.subarray(firstEnd + 1), ...rest]));
        rest = start === 0 ? [] : [chunk.subarray(0, firstEnd)];
      }
      if (rest.length * chunkBytes > longestLineBytes) return;
    }
  } finally {
    await handle.close();
  }
}

/** The first line of a file, as far as it lies within its first 64 kB. Rejects with the system's errors. */
export async function firstLine(file: string): Promise<string> {
  const handle = await open(file, "r");
  try {
    const [line = ""] = (await readPart(handle, 0, chunkBytes)).toString("utf8").split("\n", 1);
    return line;
  } finally {
    await handle.close();
  }
}

function linesOf(bytes: Buffer): string[] {
  return bytes
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "")
    .toReversed();
}

async function readPart(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(end - start), 0, end - start, start);
  return buffer.subarray(0, bytesRead);
}
