import { open } from "node:fs/promises";
import { systemCode } from "../../errors.ts";
import { form, parseLine, type JournalLine } from "../journal.ts";

/** Few reads, and not much at once. */
const chunkBytes = 128 * 1024;

/** The lines of a journal, some at a time: a long run's are too many to hold. None where it is gone or of another form. */
export async function* linesIn(file: string): AsyncGenerator<JournalLine[]> {
  for await (const texts of textsIn(file)) {
    const lines = texts.flatMap((text) => parseLine(text) ?? []);
    if (lines.some((line) => line.type === "start" && line.form !== form)) return;
    yield lines;
  }
}

/** Without a last line that has no end: a process that was killed left half of it. */
async function* textsIn(file: string): AsyncGenerator<string[]> {
  const handle = await open(file).catch(unlessGone);
  try {
    let rest: Buffer[] = [];
    for (let chunk = await handle?.read(chunkOf()); chunk !== undefined && chunk.bytesRead > 0;) {
      const bytes = chunk.buffer.subarray(0, chunk.bytesRead);
      const end = bytes.lastIndexOf("\n");
      if (end < 0) rest.push(bytes);
      else {
        yield Buffer.concat([...rest, bytes.subarray(0, end)])
          .toString("utf8")
          .split("\n");
        rest = [bytes.subarray(end + 1)];
      }
      chunk = await handle?.read(chunkOf());
    }
    yield [Buffer.concat(rest).toString("utf8")];
  } finally {
    await handle?.close();
  }
}

const chunkOf = () => Buffer.allocUnsafeSlow(chunkBytes);

/** Another session may remove an old journal at any moment. */
function unlessGone(cause: unknown): undefined {
  if (systemCode(cause) !== "ENOENT") throw cause;
  return undefined;
}
