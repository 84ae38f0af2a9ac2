import type { TunnelSurroundings } from "../../provider.ts";
import type { TunnelProtocol } from "../../protocols.ts";
import { argumentsOf } from "../process/arguments.ts";
import { environmentOf } from "../process/environment.ts";
import { freePort } from "../process/free-port.ts";
import type { CloudflaredPlan } from "../plan.ts";
import { RunningCloudflared } from "../process/running-cloudflared.ts";
import type { TunnelReport } from "../tunnel-report.ts";
import { Watch, type LostConnection } from "./watch.ts";

/** One cloudflared, from its start to the end of its usefulness. */
export interface Connection {
  /** Resolves when it has ended, has had no connection for too long, or the signal aborts. */
  over: Promise<LostConnection>;
  /** How it is without a connection, up to now. */
  soFar(): LostConnection;
  end(): Promise<void>;
}

export interface ConnectionPlan extends CloudflaredPlan {
  protocol: TunnelProtocol;
  configFile: string;
}

export async function connect(
  plan: ConnectionPlan,
  surroundings: TunnelSurroundings,
  { report, signal }: { report: TunnelReport; signal: AbortSignal },
): Promise<Connection> {
  const metrics = `127.0.0.1:${await freePort()}`;
  const { program, isNamed, configFile, localUrl, protocol } = plan;
  const env = environmentOf(surroundings.machine.env, plan.env);
  const args = argumentsOf({ localUrl, configFile, metrics, protocol, isNamed });
  const running = new RunningCloudflared(
    { program, arguments: args, env, secrets: Object.values(plan.env) },
    surroundings,
  );
  const watch = new Watch({ running, metrics, plan, surroundings, report, signal });
  return { over: watch.untilOver(), soFar: () => watch.soFar(), end: () => running.end() };
}
