import { appendFile, access } from "node:fs/promises";
import { dirname } from "node:path";
import { systemCode } from "../../errors.ts";
import { badTarget } from "../bad-target.ts";
import type { Target } from "../target.ts";
import type { TargetAddress } from "./address.ts";
import type { TargetKind } from "./kind.ts";
import { quoted } from "./shell.ts";
import type { Sink, SinkSurroundings } from "./sink.ts";

const prefix = "file:";

/** A file to which each event's body is appended, on a line of its own. */
export const file: TargetKind = {
  forms: "file:<path>",
  examples: "a file (file:events.ndjson)",
  claims: (text) => text.startsWith(prefix),
  parse(text) {
    if (text === prefix) throw badTarget("No path stands after file:.");
    return new FileAddress(text);
  },
  statusFor: () => 502,
  async preview({ body }, target) {
    const path = pathOf(target);
    const command = `printf '%s\\n' ${quoted(body.toString())} >> ${quoted(path)}`;
    return { command, facts: { file: path, line: body.toString() } };
  },
  openSink: async (surroundings) => fileSink(surroundings),
};

class FileAddress implements TargetAddress {
  readonly kind = "file";
  readonly name: string;
  readonly distance = "this machine" as const;
  readonly takesHeaders = false;
  readonly takesFixture = false;
  readonly startsProgram = false;
  readonly hasCredentials = false;

  constructor(text: string) {
    this.name = text;
  }

  get path(): string {
    return this.name.slice(prefix.length);
  }

  get kept() {
    return { kind: this.kind, text: this.name, canBeSentToAgain: true };
  }

  isListenerOn(): boolean {
    return false;
  }

  isUp(): Promise<boolean> {
    return access(dirname(this.path)).then(
      () => true,
      () => false,
    );
  }
}

function pathOf({ address }: Target): string {
  if (!(address instanceof FileAddress)) throw new TypeError(`A ${address.kind} is no file.`);
  return address.path;
}

function fileSink({ clock }: SinkSurroundings): Sink {
  return {
    async deliver({ body }, target, { signal }) {
      const path = pathOf(target);
      const startedAt = clock.elapsed();
      const durationMs = () => clock.elapsed() - startedAt;
      if (signal?.aborted) return { outcome: "failed", reason: "cancelled", detail: "ended", durationMs: durationMs() };
      try {
        await appendFile(path, `${body.toString()}\n`);
      } catch (cause) {
        const code = systemCode(cause);
        if (code === undefined) throw cause;
        return { outcome: "failed", reason: "unreachable", detail: `${path}: ${code}`, durationMs: durationMs() };
      }
      const words = { shown: "appended", said: "" };
      return { outcome: "accepted", answer: { kind: "file" }, words, durationMs: durationMs() };
    },
    close: async () => undefined,
  };
}
