import { PassThrough } from "node:stream";
import { Terminal } from "../../src/terminal/index.ts";

export type FakeStream = PassThrough & { isTTY?: boolean; columns?: number; setRawMode?(raw: boolean): unknown };

/** A terminal over streams of the test. */
export interface FakeTerminal {
  terminal: Terminal;
  stdin: FakeStream;
  stdout: FakeStream;
  stderr: FakeStream;
  closeOutput(): void;
  /** What was written to stderr so far. */
  said(): string;
  /** Resolves when stderr shows this. */
  untilSaid(text: string): Promise<void>;
}

export function fakeTerminal(
  different: Partial<ConstructorParameters<typeof Terminal>[0]> & { isTTY?: boolean; highWaterMark?: number } = {},
): FakeTerminal {
  const { isTTY, highWaterMark, ...parts } = different;
  const [stdin, stderr] = [new PassThrough(), new PassThrough()].map((stream) => Object.assign(stream, { isTTY }));
  const stdout = Object.assign(new PassThrough({ highWaterMark }), { isTTY });
  if (stdin === undefined || stderr === undefined) throw new Error("There are no streams.");
  const closed = new AbortController();
  const streams = { stdin: () => stdin, stdout, stderr, outputClosed: closed.signal, outIsPipe: false };
  let text = "";
  stderr.on("data", (chunk: Buffer) => (text += chunk.toString()));
  const terminal = new Terminal({ ...streams, outLevel: 0, errLevel: 0, quiet: false, mayAsk: true, ...parts });
  const untilSaid = (wanted: string) =>
    new Promise<void>((resolve) => {
      const look = () => {
        if (!text.includes(wanted)) return;
        stderr.off("data", look);
        resolve();
      };
      stderr.on("data", look);
      look();
    });
  return { terminal, stdin, stdout, stderr, closeOutput: () => closed.abort(), said: () => text, untilSaid };
}
