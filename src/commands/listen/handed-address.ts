import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import {
  readyFileUnwritable,
  writeReadyFile,
  type Notice,
  type NoticeListener,
  type ReadyFacts,
} from "../../sessions/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";

/** The address as it is handed to whoever asked for it: printed alone, on the clipboard, in a file. */
export class HandedAddress implements NoticeListener {
  readonly #input: CommandInput<"readyFile" | "copy" | "printUrl">;
  readonly #context: CommandContext;
  readonly #file: string | undefined;
  #facts: ReadyFacts | undefined;

  constructor(input: CommandInput<"readyFile" | "copy" | "printUrl">, context: CommandContext) {
    this.#input = input;
    this.#context = context;
    const { readyFile } = input.options;
    this.#file = readyFile === undefined ? undefined : resolve(context.host.cwd, readyFile);
  }

  /** Whether there is one: the session may end before. */
  get isKnown(): boolean {
    return this.#facts !== undefined;
  }

  /** Whether its file can be written, asked before anything starts. Throws `HooksError` FOLDER_UNWRITABLE. */
  async check(): Promise<void> {
    const file = this.#file;
    if (file === undefined) return;
    await access(dirname(file), constants.W_OK).catch((cause: unknown) => {
      throw readyFileUnwritable(file, this.#input.given.nameOf("readyFile"), cause);
    });
  }

  /** Told before the views are: what is printed alone is the first line. */
  show(notice: Notice): void {
    const { terminal, host } = this.#context;
    if (notice.kind === "ready") {
      const { url, local, fixtures, tunnel } = notice;
      this.#facts = { url, local, pid: host.processId, fixtures, tunnel };
      if (this.#input.options.printUrl) void terminal.out(`${url}\n`);
    } else if (notice.kind === "tunnel" && notice.state === "changed" && this.#facts !== undefined) {
      this.#facts = { ...this.#facts, url: notice.url };
      this.handOn().catch((cause: unknown) => terminal.fail(`! ${cause instanceof Error ? cause.message : ""}\n`));
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  /** Writes the file and fills the clipboard, once there is an address. Throws `HooksError` FOLDER_UNWRITABLE. */
  async handOn(): Promise<void> {
    if (this.#facts === undefined) return;
    if (this.#file !== undefined)
      await writeReadyFile(this.#file, this.#facts, { named: this.#input.given.nameOf("readyFile") });
    if (this.#input.options.copy) copyToClipboard(this.#facts.url, this.#context);
  }
}

/** By the escape sequence that terminals offer for it (OSC 52): no program of the system is needed, over SSH too. */
function copyToClipboard(text: string, { terminal, host }: CommandContext): void {
  if (host.stderr.isTTY !== true)
    return terminal.say("Nothing was put on the clipboard: there is no terminal to do it.\n");
  host.stderr.write(`\u001b]52;c;${Buffer.from(text).toString("base64")}\u0007`);
  terminal.say(`${text} is on the clipboard.\n`);
}
