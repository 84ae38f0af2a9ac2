import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { TunnelSettings, TunnelSurroundings, TunnelTrouble } from "../../provider.ts";
import { failureOf } from "../failures/failures.ts";
import { argumentsOf } from "../process/arguments.ts";
import { writeConfig } from "../process/config-file.ts";
import { environmentOf } from "../process/environment.ts";
import { registered } from "../process/facts.ts";
import { freePort } from "../process/free-port.ts";
import { RunningCloudflared } from "../process/running-cloudflared.ts";
import { noChecks, withCheckLine, type NetworkChecks } from "./network-checks.ts";

/** How far a quick tunnel gets on this machine. */
export interface Trial {
  /** What cloudflared says of the network; nothing from versions before 2026.5.2. */
  network: NetworkChecks;
  /** Over what it connected: `http2`; undefined where it did not. */
  protocol?: string;
  /** Why it did not connect, as far as that was waited for. */
  trouble?: TunnelTrouble;
}

const protocol = "http2"; // what `listen` tries first
const lookEachMs = 50;

/**
 * Opens a quick tunnel as `listen` does, to a server that answers 404, and ends it as soon as it is known how that goes.
 * Throws `HooksError` FOLDER_UNWRITABLE.
 */
export async function tryQuickTunnel(
  { program, settings }: { program: string; settings: TunnelSettings },
  surroundings: TunnelSurroundings,
  signal: AbortSignal,
): Promise<Trial> {
  const { machine } = surroundings;
  const configFile = await writeConfig(surroundings.folder, machine.processId);
  const server = await serveNothing();
  const localUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const metrics = `127.0.0.1:${await freePort()}`;
  const log = new TrialLog();
  const running = new RunningCloudflared(
    {
      program,
      arguments: argumentsOf({ localUrl, configFile, metrics, protocol, isNamed: false }),
      env: environmentOf(machine.env, {}),
      secrets: [],
    },
    { ...surroundings, log: (line) => log.add(line, surroundings) },
  );
  try {
    return await untilKnown({ program, running, log }, { settings, surroundings, signal });
  } finally {
    await running.end();
    server.closeAllConnections();
    server.close();
  }
}

/** What its lines tell. */
class TrialLog {
  network = noChecks;
  connected: { protocol: string; atMs: number } | undefined;

  add(line: string, { clock, log }: TunnelSurroundings): void {
    this.network = withCheckLine(this.network, line);
    if (registered.test(line))
      this.connected ??= { protocol: /\bprotocol=(\w+)/.exec(line)?.[1] ?? protocol, atMs: clock.elapsed() };
    log?.(line);
  }
}

interface Trying {
  program: string;
  running: RunningCloudflared;
  log: TrialLog;
}

interface TrialTerms {
  settings: TunnelSettings;
  surroundings: TunnelSurroundings;
  signal: AbortSignal;
}

async function untilKnown(
  { program, running, log }: Trying,
  { settings, surroundings: { clock }, signal }: TrialTerms,
): Promise<Trial> {
  const from = clock.elapsed();
  let status: number | string | undefined;
  const ended = new AbortController();
  void running.ended.then((how) => {
    status = how;
    ended.abort();
  });
  const over = AbortSignal.any([signal, ended.signal]);
  const isLate = ({ atMs }: { atMs: number }, ms: number) => clock.elapsed() - atMs > ms;
  const isKnown = () =>
    log.network.isWhole || (log.connected !== undefined && isLate(log.connected, settings.checksMs));
  while (!over.aborted && !isKnown() && !isLate({ atMs: from }, settings.trialMs)) await clock.sleep(lookEachMs, over);
  const { network, connected } = log;
  if (connected !== undefined) return { network, protocol: connected.protocol };
  if (status === undefined && network.isWhole) return { network };
  const { lines, facts } = running;
  const run = { lines, program, isNamed: false, protocol, forMs: clock.elapsed() - from };
  const { trouble } = failureOf({
    ...run,
    ...(status !== undefined && { status }),
    hasAddress: facts.hostname !== undefined,
  });
  return { network, trouble };
}

function serveNothing(): Promise<Server> {
  const server = createServer((_, response) => void response.writeHead(404).end());
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host: "127.0.0.1", port: 0 }, () => resolve(server));
  });
}
