import type { Socket } from "node:net";
import { splitQuery } from "../../address.ts";
import { unitsMs } from "../../duration.ts";
import type { IncomingCall, Answer } from "../../endpoint.ts";
import { within } from "../../waiting.ts";
import { statusAnswer, type Gate, type RunningServer } from "../../listener/index.ts";
import type { Tunnel } from "../../tunnel/index.ts";
import { removeSocket, type Control } from "./control.ts";
import { isAsked, messages, send, type Asked, type Attachment, type HolderStatus, type Told } from "./messages.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";
import { idleFor } from "./sentences.ts";

/** Whoever starts it comes at once, or never. */
const firstMs = unitsMs.m;
const lookEachMs = unitsMs.m;
const troubleEachMs = unitsMs.s;
/** For the refusals that are under way. */
const refusingMs = 2 * unitsMs.s;

interface User {
  socket: Socket;
  attachment: Attachment;
}

/**
 * Holds a tunnel and its port over the ends and starts of those who take its calls. What comes while nobody does gets
 * 503, so AppDirect sends it again (developer.appdirect.com/webhooks), and is counted.
 */
export class Holder {
  /** Resolves once nothing of it is left, with why in words, where nobody asked for that. */
  readonly ended: Promise<string | undefined>;
  readonly #plan: HoldPlan;
  readonly #surroundings: HoldSurroundings;
  readonly #gate: Gate;
  readonly #refusing: RunningServer;
  readonly #control: Control;
  readonly #tunnel: Tunnel;
  readonly #over = new AbortController();
  readonly #openedAt: Date;
  readonly #links = new Set<Socket>();
  #end: (why: string | undefined) => void = () => undefined;
  #user: User | undefined;
  #idleSince: Date;
  #wasUsed = false;
  #keepMs: number = firstMs;
  #path: string;
  #refused = 0;
  #isClosed = false;
  /** Aborts when who takes the calls leaves: from then on it is idle. */
  #left = new AbortController();
  #toldTrouble: string | undefined;
  #before: HolderStatus["before"];

  constructor(
    parts: { gate: Gate; refusing: RunningServer; control: Control },
    plan: HoldPlan,
    around: HoldSurroundings,
  ) {
    this.#plan = plan;
    this.#surroundings = around;
    this.#gate = parts.gate;
    this.#refusing = parts.refusing;
    this.#control = parts.control;
    this.#openedAt = this.#idleSince = around.clock.now();
    this.#path = plan.path;
    this.#before = around.before;
    this.#tunnel = around.provider.open(parts.gate.reachedAt, this.#over.signal);
    const wanted = new Promise<string | undefined>((resolve) => (this.#end = resolve));
    this.ended = wanted.then(async (why) => {
      await this.#close();
      return why;
    });
    around.log.listener = (line) => this.#log(line);
    void this.#follow();
    void this.#watchIdle();
    void this.#watchTrouble();
  }

  /** The address that it has, without a path; undefined where it never had one. */
  get url(): string | undefined {
    return this.#tunnel.url;
  }

  /** Ends the connections of whoever speaks with it: they wait for that where they asked for its end. */
  disconnect(): void {
    for (const link of this.#links) link.destroy();
  }

  /** Ends it; `ended` tells when it has. `why`: where nobody asked for that. */
  stop(why?: string): void {
    this.#end(why);
  }

  /** Answers a call that nobody else takes. */
  refuse({ path }: IncomingCall): Answer {
    const isWebhook = withoutSlash(splitQuery(path).path) === withoutSlash(this.#path);
    if (isWebhook) this.#refused += 1;
    return statusAnswer(isWebhook ? 503 : 404, { connection: "close" });
  }

  /** Speaks with whoever connects to the control socket, until they leave. */
  async serve(socket: Socket): Promise<void> {
    if (this.#isClosed) return void socket.destroy();
    this.#links.add(socket);
    socket.on("error", () => undefined); // whoever it was has gone
    socket.once("close", () => {
      this.#links.delete(socket);
      this.#leave(socket);
    });
    for await (const asked of messages<Asked>(socket)) {
      if (!isAsked(asked)) return;
      if (asked.ask === "status") send(socket, { told: "status", status: this.#status() });
      else if (asked.ask === "stop") this.stop(asked.why);
      else if (asked.ask === "detach") await this.#detach(socket);
      else this.#attach(socket, asked);
    }
  }

  #attach(socket: Socket, attachment: Attachment): void {
    if (this.#user !== undefined) return send(socket, { told: "busy" });
    const status = this.#status();
    this.#user = { socket, attachment };
    this.#gate.behind = attachment.socket;
    this.#path = attachment.path;
    this.#keepMs = attachment.keepMs ?? 0;
    this.#wasUsed = true;
    this.#refused = 0;
    this.#toldTrouble = undefined;
    this.#before = status.url === undefined ? undefined : { url: status.url, path: attachment.publicPath };
    send(socket, { told: "attached", status });
  }

  async #detach(socket: Socket): Promise<void> {
    this.#leave(socket);
    await this.#gate.settled();
    send(socket, { told: "detached" });
  }

  #leave(socket: Socket): void {
    if (this.#user?.socket !== socket) return;
    const { keepMs, socket: place } = this.#user.attachment;
    this.#user = undefined;
    this.#gate.behind = undefined;
    this.#idleSince = this.#surroundings.clock.now();
    this.#left.abort();
    void removeSocket(place);
    if (keepMs === null || this.#tunnel.url === undefined) this.stop(); // what never stood is not kept
  }

  #status(): HolderStatus {
    const { version, processId } = this.#surroundings;
    const { folder } = this.#control;
    const { port, origin, reachedAt } = this.#gate;
    const { state, url } = this.#tunnel;
    return {
      version,
      processId,
      folder,
      port,
      origin,
      reachedAt,
      state,
      ...(url !== undefined && { url }),
      kind: this.#plan.kind,
      settings: this.#plan.settings,
      ...(this.#before && { before: this.#before }),
      openedAt: this.#openedAt.toISOString(),
      ...(this.#user && { usedBy: this.#user.attachment.processId }),
      ...(this.#user === undefined && this.#wasUsed && { idleSince: this.#idleSince.toISOString() }),
      keepMs: this.#keepMs,
      refused: this.#refused,
    };
  }

  async #follow(): Promise<void> {
    for await (const event of this.#tunnel.events) {
      if (event.kind === "up") this.#surroundings.moved(event.url);
      this.#tell({ told: "event", event });
      if (event.kind === "up" && this.#user !== undefined)
        this.#before = { url: event.url, path: this.#user.attachment.publicPath };
      if (event.kind === "failed") this.stop(event.trouble.message);
    }
  }

  /** By the time of day: a machine that sleeps does not listen either. */
  async #watchIdle(): Promise<void> {
    const { clock } = this.#surroundings;
    while (!this.#over.signal.aborted) {
      const idleMs = clock.now().getTime() - this.#idleSince.getTime();
      const leftMs = this.#user === undefined ? this.#keepMs - idleMs : lookEachMs;
      if (leftMs <= 0) return this.stop(idleFor(this.#keepMs));
      this.#left = new AbortController();
      const [over, left] = [this.#over.signal, this.#left.signal];
      await clock.sleep(Math.min(leftMs, lookEachMs), AbortSignal.any([over, left]));
    }
  }

  /** Whoever waits for the tunnel may ask why it does not stand. */
  async #watchTrouble(): Promise<void> {
    const { clock } = this.#surroundings;
    while (!this.#over.signal.aborted) {
      const { trouble } = this.#tunnel;
      const text = JSON.stringify(trouble);
      if (text !== this.#toldTrouble && this.#user !== undefined) {
        this.#toldTrouble = text;
        this.#tell({ told: "trouble", ...(trouble && { trouble }) });
      }
      await clock.sleep(troubleEachMs, this.#over.signal);
    }
  }

  #log(line: string): void {
    if (this.#user?.attachment.wantsLog === true) this.#tell({ told: "log", line });
  }

  #tell(told: Told): void {
    if (this.#user !== undefined) send(this.#user.socket, told);
  }

  /** The port last: until then nothing else may be reached through the tunnel. */
  async #close(): Promise<void> {
    this.#over.abort();
    await this.#tunnel.close();
    this.#refusing.drop();
    await within(this.#surroundings.clock, refusingMs, this.#refusing.close());
    await this.#gate.close();
    this.#isClosed = true;
  }
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
