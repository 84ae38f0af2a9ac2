import { join } from "node:path";
import { onTestFinished } from "vitest";
import { systemClock, type Clock } from "../../src/clock.ts";
import { systemHost } from "../../src/host.ts";
import { systemRandom } from "../../src/random.ts";
import {
  standardTunnelSettings,
  tunnels,
  type CreateTunnelProvider,
  type StartedProcess,
  type Tunnel,
  type TunnelEvent,
  type TunnelName,
  type TunnelOptions,
  type TunnelProvider,
  type TunnelSettings,
} from "../../src/tunnel/index.ts";
import { eventually } from "./eventually.ts";
import { temporaryFolder } from "./temporary-folder.ts";

/** A tunnel that was opened, and what it told so far. Closed with the test. */
export interface OpenTunnel {
  provider: TunnelProvider;
  tunnel: Tunnel;
  events: readonly TunnelEvent[];
  /** Whether there is nothing more to be told. */
  isOver(): boolean;
  /** The event of this kind, once there is one, or so many. */
  until<Kind extends TunnelEvent["kind"]>(kind: Kind, count?: number): Promise<Extract<TunnelEvent, { kind: Kind }>>;
  /** What is remembered of what runs. */
  remembered(): readonly StartedProcess[];
  /** What would be done if this process ended now. */
  exits(): readonly (() => void)[];
  abort(): void;
}

export interface OpenTunnelOptions {
  localUrl?: string;
  options?: Partial<Omit<TunnelOptions, "settings">>;
  settings?: Partial<TunnelSettings>;
  env?: Record<string, string | undefined>;
  clock?: Clock;
  log?(line: string): void;
}

/** Short enough for a test, in the order in which they are for a user. */
const short: Partial<TunnelSettings> = {
  publicationMs: 30,
  addressMs: 5_000,
  connectMs: 5_000,
  restartAfterMs: 200,
  pollMs: 30,
  waitsMs: [20, 40],
};

/** Made once: it watches the streams of this process. */
const host = systemHost();

/** Of this kind, or of one that is no kind of ours. */
export async function openTunnel(
  kind: TunnelName | CreateTunnelProvider,
  different: OpenTunnelOptions = {},
): Promise<OpenTunnel> {
  const { localUrl = "http://127.0.0.1:9", options = {}, settings = {}, env = process.env, log } = different;
  const remembered = new Set<StartedProcess>();
  const exits = new Set<() => void>();
  const closing = new AbortController();
  const create = typeof kind === "string" ? await tunnels[kind].load() : kind;
  const provider = await create(
    { protocol: "http2", ...options, settings: { ...standardTunnelSettings, ...short, ...settings } },
    {
      clock: different.clock ?? systemClock,
      random: systemRandom,
      machine: { ...host, env },
      folder: join(await temporaryFolder(), "tunnels"),
      remember: async (started) => {
        remembered.add(started);
        return async () => void remembered.delete(started);
      },
      atExit: (act) => {
        exits.add(act);
        return () => void exits.delete(act);
      },
      ...(log && { log }),
    },
  );
  const tunnel = provider.open(localUrl, closing.signal);
  const events: TunnelEvent[] = [];
  let isOver = false;
  const read = (async () => {
    for await (const event of tunnel.events) events.push(event);
    isOver = true;
  })();
  onTestFinished(async () => {
    await tunnel.close();
    await read;
  });
  return {
    provider,
    tunnel,
    events,
    isOver: () => isOver,
    until: (wanted, count = 1) => eventually(() => events.filter((event) => isOf(wanted, event))[count - 1]),
    remembered: () => [...remembered],
    exits: () => [...exits],
    abort: () => closing.abort(),
  };
}

function isOf<Kind extends TunnelEvent["kind"]>(
  kind: Kind,
  event: TunnelEvent,
): event is Extract<TunnelEvent, { kind: Kind }> {
  return event.kind === kind;
}
