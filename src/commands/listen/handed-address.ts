import { resolve } from "node:path";
import type { Notice, NoticeListener, ReadyFacts } from "../../sessions/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { ReadyFile } from "./ready-file.ts";

/** The address as it is handed to whoever asked for it: printed alone, on the clipboard, in a file. */
export class HandedAddress implements NoticeListener {
  readonly #input: CommandInput<"readyFile" | "copy" | "printUrl">;
  readonly #context: CommandContext;
  readonly #file: ReadyFile | undefined;
  #facts: ReadyFacts | undefined;

  constructor(input: CommandInput<"readyFile" | "copy" | "printUrl">, context: CommandContext) {
    this.#input = input;
    this.#context = context;
    const { host } = context;
    const { readyFile } = input.options;
    if (readyFile === undefined) return;
    this.#file = new ReadyFile(resolve(host.cwd, readyFile), input.given.nameOf("readyFile"), host);
  }

  /** Whether there is one: the session may end before. */
  get isKnown(): boolean {
    return this.#facts !== undefined;
  }

  /** Before anything starts: its file can be written, and is not there. Throws `HooksError` FOLDER_UNWRITABLE. */
  async check(): Promise<void> {
    await this.#file?.clear();
  }

  /** Told before the views are: what is printed alone is the first line. */
  show(notice: Notice): void {
    const { terminal, host } = this.#context;
    if (notice.kind === "ready") {
      const { url, local, fixtures, tunnel, tokenUrl } = notice;
      this.#facts = { url, local, pid: host.processId, fixtures, tunnel, tokenUrl };
      if (this.#input.options.printUrl) void terminal.out(`${url}\n`);
    } else if (notice.kind === "tunnel" && notice.state === "changed" && this.#facts !== undefined) {
      this.#facts = { ...this.#facts, url: notice.url, tokenUrl: notice.tokenUrl };
      this.handOn().catch((cause: unknown) => terminal.fail(`! ${cause instanceof Error ? cause.message : ""}\n`));
    }
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }

  /** Writes the file and fills the clipboard, once there is an address. Throws `HooksError` FOLDER_UNWRITABLE. */
  async handOn(): Promise<void> {
    if (this.#facts === undefined) return;
    await this.#file?.write(this.#facts);
    if (this.#input.options.copy) copyToClipboard(this.#facts.url, this.#context);
  }
}

/** By the escape sequence that terminals offer for it (OSC 52): no program of the system is needed, over SSH too. */
function copyToClipboard(text: string, { terminal, host }: CommandContext): void {
  if (host.stderr.isTTY !== true) return terminal.say("The address was not copied: --copy needs a terminal.\n");
  host.stderr.write(`\u001b]52;c;${Buffer.from(text).toString("base64")}\u0007`);
  terminal.say(`Copied ${text} to the clipboard.\n`);
}
