import type { Tunnel, TunnelEvent, TunnelProvider, TunnelState, TunnelTrouble } from "../../src/tunnel/index.ts";

/** A tunnel that does what a test tells it. */
export interface ScriptedTunnel {
  provider: TunnelProvider;
  /** What it was opened for. */
  localUrls: readonly string[];
  /** Before it is opened too. */
  tell(...events: TunnelEvent[]): void;
  fail(cause: Error): void;
  /** What it says of itself where it does not stand. */
  trouble: TunnelTrouble | undefined;
  closed: number;
  /** What it does when it is asked to lead nobody here any more. */
  withdraw?(): Promise<void>;
}

/** `sets`: the headers, in lower case, that it sets on what it carries. */
export function scriptedTunnel({ sets = [] }: { sets?: string[] } = {}): ScriptedTunnel {
  const localUrls: string[] = [];
  /** What was told before it was opened. */
  const early: TunnelEvent[] = [];
  let controller: ReadableStreamDefaultController<TunnelEvent> | undefined;
  let state: TunnelState = "opening";
  let url: string | undefined;
  const script: ScriptedTunnel = {
    localUrls,
    trouble: undefined,
    closed: 0,
    provider: { setsHeader: (name) => sets.includes(name), open },
    tell: (...events) => events.forEach(take),
    fail: (cause) => controller?.error(cause),
  };
  return script;

  function take(event: TunnelEvent): void {
    if (controller === undefined) return void early.push(event);
    if (event.kind === "up") url = event.url;
    state = event.kind === "up" || event.kind === "regained" ? "up" : event.kind === "lost" ? "lost" : state;
    controller.enqueue(event);
  }

  function open(localUrl: string): Tunnel {
    localUrls.push(localUrl);
    const events = new ReadableStream<TunnelEvent>({ start: (given) => void (controller = given) });
    queueMicrotask(() => early.splice(0).forEach(take)); // no tunnel stands as soon as it is opened
    return {
      get url() {
        return url;
      },
      get state() {
        return state;
      },
      get trouble() {
        return script.trouble;
      },
      events,
      withdraw: async () => script.withdraw?.(),
      async close() {
        script.closed += 1;
        if (state !== "closed") controller?.close();
        state = "closed";
      },
    };
  }
}
