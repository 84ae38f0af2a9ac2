import type { Server, Socket } from "node:net";
import { splitQuery } from "../../address.ts";
import { unitsMs } from "../../duration.ts";
import type { IncomingCall, Answer } from "../../endpoint.ts";
import { statusAnswer, type Gate, type RunningServer } from "../../listener/index.ts";
import type { Tunnel } from "../../tunnel/index.ts";
import { messages, send, type Asked, type Attachment, type HolderStatus, type Told } from "./messages.ts";
import type { HoldPlan, HoldSurroundings } from "./plan.ts";
import { idleFor } from "./sentences.ts";

/** Whoever starts it comes at once, or never. */
const firstMs = unitsMs.m;
const lookEachMs = unitsMs.m;
const troubleEachMs = unitsMs.s;

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
  readonly #control: Server;
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
  #toldTrouble: string | undefined;
  #before: HolderStatus["before"];

  constructor(
    parts: { gate: Gate; refusing: RunningServer; control: Server },
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

  /** The address that it has, and the one that who listened last was told. */
  get url(): string | undefined {
    return this.#tunnel.url;
  }

  get before(): string | undefined {
    return this.#before?.url;
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
    this.#links.add(socket);
    socket.on("error", () => undefined); // whoever it was has gone
    socket.once("close", () => this.#left(socket));
    for await (const asked of messages<Asked>(socket)) {
      if (asked.ask === "status") send(socket, { told: "status", status: this.#status() });
      else if (asked.ask === "stop") this.stop();
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
    this.#before = undefined;
    if (status.url !== undefined) this.#before = { url: status.url };
    send(socket, { told: "attached", status });
  }

  #left(socket: Socket): void {
    this.#links.delete(socket);
    if (this.#user?.socket !== socket) return;
    const { keepMs } = this.#user.attachment;
    this.#user = undefined;
    this.#gate.behind = undefined;
    this.#idleSince = this.#surroundings.clock.now();
    if (keepMs === null) this.stop();
  }

  #status(): HolderStatus {
    const { version, processId, folder } = this.#surroundings;
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
      if (event.kind === "up" && this.#user !== undefined) this.#before = { url: event.url };
      if (event.kind === "failed") this.stop(event.trouble.message);
    }
  }

  /** By the time of day: a machine that sleeps does not listen either. */
  async #watchIdle(): Promise<void> {
    const { clock } = this.#surroundings;
    while (!this.#over.signal.aborted) {
      const idleMs = this.#user === undefined ? clock.now().getTime() - this.#idleSince.getTime() : 0;
      const leftMs = this.#keepMs - idleMs;
      if (leftMs <= 0 && this.#user === undefined) return this.stop(idleFor(this.#keepMs));
      await clock.sleep(Math.min(Math.max(leftMs, 0), lookEachMs) || lookEachMs, this.#over.signal);
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
    const controlled = new Promise<void>((resolve) => this.#control.close(() => resolve()));
    await this.#tunnel.close();
    this.#refusing.drop();
    await this.#refusing.close();
    await this.#gate.close();
    for (const link of this.#links) link.destroy();
    await controlled;
  }
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, "");
}
