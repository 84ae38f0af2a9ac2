import { join } from "node:path";
import { onTestFinished } from "vitest";
import { holdTunnel } from "../../src/sessions/kept/hold.ts";
import { askStatus, stopHolder } from "../../src/sessions/kept/holder-link.ts";
import { keptTunnelProvider } from "../../src/sessions/kept/kept-tunnel.ts";
import type { Attachment, HolderStatus } from "../../src/sessions/kept/messages.ts";
import { LineSource, type HoldPlan } from "../../src/sessions/kept/plan.ts";
import type { ProjectState } from "../../src/state/index.ts";
import { systemClock } from "../../src/clock.ts";
import type { Tunnel, TunnelEvent } from "../../src/tunnel/index.ts";
import { eventually } from "./eventually.ts";
import { manualClock } from "./manual-clock.ts";
import { openListener, type OpenListener } from "./open-listener.ts";
import { scriptedTunnel } from "./scripted-tunnel.ts";
import { statePlace } from "./state-place.ts";
import { temporaryFolder } from "./temporary-folder.ts";

export const path = "/h/abcdefghijklmnopqrstuv";
export const up = { kind: "up", url: "https://fare-write.trycloudflare.com" } as const;

/** A holder that runs in this process, with a tunnel that a test tells what to do. Stopped with the test. */
export async function heldTunnel({ plan = {}, state }: { plan?: Partial<HoldPlan>; state?: ProjectState } = {}) {
  const place = state ?? (await statePlace());
  const clock = manualClock();
  const script = scriptedTunnel();
  const log = new LineSource();
  const held = await holdTunnel(
    { host: "127.0.0.1", port: 0, orFree: false, kind: "quick", settings: { "--tunnel": "quick" }, path, ...plan },
    {
      clock,
      provider: script.provider,
      version: "0.1.0",
      log,
      state: place,
      self: { processId: process.pid, startedAt: "now" },
      platform: process.platform,
      temporaryFolder: await temporaryFolder(),
      unique: "unique",
      isAlive: () => true,
      signal: new AbortController().signal,
    },
  );
  onTestFinished(async () => {
    await stopHolder(held.control, systemClock);
    await held.ended;
  });
  const status = async (): Promise<HolderStatus> => {
    const told = await askStatus(held.control, systemClock);
    if (told === undefined) throw new Error("Nobody answers.");
    return told;
  };
  return {
    ...held,
    state: place,
    clock,
    script,
    log,
    status,
    attach: async (different: Partial<Attachment> = {}) => attach(held.control, await status(), different),
  };
}

/** Somebody who takes the calls, and what the tunnel told so far. */
export interface Attached {
  listener: OpenListener;
  tunnel: Tunnel;
  events: readonly TunnelEvent[];
  until(kind: TunnelEvent["kind"]): Promise<TunnelEvent>;
  lines: readonly string[];
  /** Ends both at once. */
  leave(): Promise<unknown>;
}

let attached = 0;

async function attach(control: string, status: HolderStatus, different: Partial<Attachment>): Promise<Attached> {
  attached += 1;
  const { port, origin, reachedAt, folder } = status;
  const socket = join(folder, `listener-${attached}`);
  const listener = await openListener({ behind: { socket, port, origin, reachedAt } });
  const attachment = {
    processId: process.pid,
    socket,
    path,
    publicPath: path,
    keepMs: 12 * 3_600_000,
    wantsLog: false,
    ...different,
  };
  const lines: string[] = [];
  const provider = keptTunnelProvider(
    { setsHeader: () => false },
    { control, attachment, state: status.state, clock: systemClock, log: (line) => lines.push(line) },
  );
  const tunnel = provider.open(reachedAt, new AbortController().signal);
  onTestFinished(() => tunnel.close());
  const events: TunnelEvent[] = [];
  void (async () => {
    for await (const event of tunnel.events) events.push(event);
  })();
  const until = (kind: TunnelEvent["kind"]) => eventually(() => events.find((event) => event.kind === kind));
  const leave = () => Promise.all([tunnel.close(), listener.close()]);
  return { listener, tunnel, events, until, lines, leave };
}
