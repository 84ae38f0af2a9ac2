import { unitsMs } from "../../duration.ts";
import { megabytesText } from "../../output/index.ts";
import type { Spinner } from "../../terminal/index.ts";
import type { Released } from "../../tunnel/index.ts";
import type { CommandContext } from "../command.ts";

/** From one line to the next where there is no terminal. */
const linesMs = 10 * unitsMs.s;

/** How far a download is: a line that changes in a terminal, one now and then elsewhere, and none for a program. */
export class FetchProgress {
  readonly #released: Released;
  readonly #context: Pick<CommandContext, "clock" | "terminal">;
  readonly #spinner: Spinner | undefined;
  readonly #isSilent: boolean;
  #toldAt: number;

  private constructor(
    released: Released,
    context: Pick<CommandContext, "clock" | "terminal">,
    { spinner, isSilent }: { spinner: Spinner | undefined; isSilent: boolean },
  ) {
    this.#released = released;
    this.#context = context;
    this.#spinner = spinner;
    this.#isSilent = isSilent;
    this.#toldAt = context.clock.elapsed();
  }

  static async open(
    released: Released,
    { host, clock, terminal, isJson }: Pick<CommandContext, "host" | "clock" | "terminal"> & { isJson: boolean },
  ): Promise<FetchProgress> {
    const turns = host.stderr.isTTY === true && !terminal.isQuiet && !isJson;
    const spinner = turns ? await terminal.spin(textOf(0, released)) : undefined;
    return new FetchProgress(released, { clock, terminal }, { spinner, isSilent: isJson });
  }

  show(bytes: number): void {
    const text = textOf(bytes, this.#released);
    if (this.#spinner !== undefined) return this.#spinner.update(text);
    const { clock, terminal } = this.#context;
    if (this.#isSilent || clock.elapsed() - this.#toldAt < linesMs) return;
    this.#toldAt = clock.elapsed();
    terminal.say(`${text}\n`);
  }

  /** May be called twice. */
  close(): void {
    this.#spinner?.stop();
  }
}

function textOf(bytes: number, { version, bytes: all }: Released): string {
  return `Downloading cloudflared ${version}: ${megabytesText(bytes)} of ${megabytesText(all)} MB`;
}
