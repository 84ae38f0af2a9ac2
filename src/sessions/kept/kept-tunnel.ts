import type { Socket } from "node:net";
import type { Clock } from "../../clock.ts";
import { whenAborted, within } from "../../waiting.ts";
import {
  TunnelEvents,
  type Tunnel,
  type TunnelEvent,
  type TunnelProvider,
  type TunnelState,
  type TunnelTrouble,
} from "../../tunnel/index.ts";
import { connectToHolder, stopHolder } from "./holder-link.ts";
import { messages, send, type Attachment, type HolderStatus, type Told } from "./messages.ts";
import { holderGone, inUse } from "./sentences.ts";

export interface KeptTunnelOptions {
  /** The socket of the process that holds the tunnel. */
  control: string;
  attachment: Attachment;
  /** How it was a moment ago. */
  state: TunnelState;
  clock: Clock;
  /** Is given each line that the tunnel's program prints. */
  log?(line: string): void;
}

/** A tunnel that another process of ours holds, as if it were one of this process. `setsHeader`: of its kind. */
export function keptTunnelProvider(
  { setsHeader }: Pick<TunnelProvider, "setsHeader">,
  options: KeptTunnelOptions,
): TunnelProvider {
  return { setsHeader, open: (_, signal) => new KeptTunnel(options, signal) };
}

/** A connection that was led here is taken a moment later. */
const arrivalMs = 100;
/** For the holder to see that this one leaves. */
const leavingMs = 1_000;

class KeptTunnel implements Tunnel {
  url: string | undefined;
  trouble: TunnelTrouble | undefined;
  state: TunnelState;
  readonly #options: KeptTunnelOptions;
  readonly #over: Promise<void>;
  #socket: Socket | undefined;
  readonly #events = new TunnelEvents();
  /** What the holder knew when this one came, until the address was told. */
  #found: HolderStatus | undefined;
  #isClosing = false;
  #whenDetached: () => void = () => undefined;

  constructor(options: KeptTunnelOptions, signal: AbortSignal) {
    this.#options = options;
    this.state = options.state;
    whenAborted(signal, () => void this.close());
    this.#over = this.#follow().finally(() => this.#events.end());
  }

  get events(): ReadableStream<TunnelEvent> {
    return this.#events.stream;
  }

  /** Resolves once no call comes here any more, and those that were led here are being taken. */
  async withdraw(): Promise<void> {
    if (this.#socket === undefined || this.#found === undefined || this.state === "failed") return;
    const detached = new Promise<void>((resolve) => (this.#whenDetached = resolve));
    send(this.#socket, { ask: "detach" });
    await detached;
    await this.#options.clock.sleep(arrivalMs);
  }

  /** Leaves the tunnel to its holder; ends it where it is not to go on, or never stood. */
  async close(): Promise<void> {
    this.#isClosing = true;
    const { control, attachment, clock } = this.#options;
    const isMine = this.#found !== undefined && this.state !== "closed" && this.state !== "failed";
    const neverStood = this.url === undefined && this.#found?.url === undefined;
    if (isMine && (attachment.keepMs === null || neverStood)) await stopHolder(control, clock);
    this.#socket?.end(); // what was sent arrives: the holder judges what becomes of the tunnel
    await within(clock, leavingMs, this.#over);
    this.#socket?.destroy();
    await this.#over;
  }

  async #follow(): Promise<void> {
    this.#socket = await connectToHolder(this.#options.control);
    if (this.#socket !== undefined) {
      send(this.#socket, { ask: "attach", ...this.#options.attachment });
      if (this.#isClosing) this.#socket.end();
      for await (const told of messages<Told>(this.#socket)) this.#take(told);
    }
    if (!this.#isClosing && this.state !== "failed") this.#fail(holderGone);
    if (this.state !== "failed") this.state = "closed";
  }

  #take(told: Told): void {
    if (told.told === "attached") this.#begin(told.status);
    else if (told.told === "busy") this.#fail(inUse);
    else if (told.told === "detached") this.#whenDetached();
    else if (told.told === "trouble") this.trouble = told.trouble;
    else if (told.told === "log") this.#options.log?.(told.line);
    else if (told.told === "event") this.#pass(told.event);
  }

  #begin(status: HolderStatus): void {
    const { state, url, idleSince, refused } = status;
    this.#found = status;
    if (idleSince !== undefined) {
      const afterMs = this.#options.clock.now().getTime() - Date.parse(idleSince);
      this.#events.tell({ kind: "resumed", refused, afterMs });
    }
    if (state === "up" && url !== undefined) this.#up(url);
  }

  #pass(event: TunnelEvent): void {
    if (event.kind === "up") return this.#up(event.url);
    if (event.kind === "regained" && this.url === undefined && this.#found?.url !== undefined)
      return this.#up(this.#found.url); // it was lost when this one came
    if (event.kind === "failed") return this.#fail(event.trouble);
    if (event.kind === "lost") this.state = "lost";
    if (event.kind === "regained") this.state = "up";
    if (event.kind !== "lost" || this.url !== undefined) this.#events.tell(event);
  }

  #up(url: string): void {
    const before = this.url === undefined ? this.#found?.before : undefined;
    this.url = url;
    this.state = "up";
    this.trouble = undefined;
    const { publicPath } = this.#options.attachment;
    const [old, now] = [`${before?.url}${before?.path ?? publicPath}`, url + publicPath];
    if (before !== undefined && old !== now)
      this.#events.tell({ kind: "moved", before: old, ...(before.why !== undefined && { why: before.why }) });
    this.#events.tell({ kind: "up", url });
  }

  #fail(trouble: TunnelTrouble): void {
    if (this.state === "failed") return;
    this.state = "failed";
    this.#events.tell({ kind: "failed", trouble });
  }
}
