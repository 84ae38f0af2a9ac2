import { unitsMs } from "../../duration.ts";
import { whenAborted } from "../../waiting.ts";
import type { Tunnel, TunnelEvent, TunnelState, TunnelSurroundings, TunnelTrouble } from "../provider.ts";
import type { TunnelProtocol } from "../protocols.ts";
import { writeConfig } from "./process/config-file.ts";
import { connect } from "./connection/connection.ts";
import { failureOf, type Failure } from "./failures/failures.ts";
import type { CloudflaredPlan } from "./plan.ts";
import { TunnelReport } from "./tunnel-report.ts";
import { waitAfter } from "./failures/waits.ts";
import type { LostConnection } from "./connection/watch.ts";

/** Up for so long, a tunnel is as good as new: what failed before counts no more. */
const soundMs = unitsMs.m;

/**
 * Starts cloudflared and looks after it: what it loses for too long, or ends, is started again, until it is closed or
 * until waiting would not mend it.
 */
export class CloudflaredTunnel implements Tunnel {
  readonly events: ReadableStream<TunnelEvent>;
  readonly #report: TunnelReport;
  readonly #closing = new AbortController();
  readonly #over: Promise<void>;

  constructor(plan: CloudflaredPlan, surroundings: TunnelSurroundings, signal: AbortSignal) {
    const report = new TunnelReport(surroundings.clock);
    this.#report = report;
    this.events = report.events;
    whenAborted(signal, () => this.#closing.abort());
    this.#over = keepGoing(plan, surroundings, { report, signal: this.#closing.signal })
      .catch((cause: unknown) => report.broken(cause))
      .finally(() => report.end());
  }

  get url(): string | undefined {
    return this.#report.url;
  }

  get state(): TunnelState {
    return this.#report.state;
  }

  get trouble(): TunnelTrouble | undefined {
    return this.#report.state === "up" ? undefined : this.#report.why();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#over;
  }
}

async function keepGoing(
  plan: CloudflaredPlan,
  surroundings: TunnelSurroundings,
  { report, signal }: { report: TunnelReport; signal: AbortSignal },
): Promise<void> {
  const { clock, random } = surroundings;
  const { settings } = plan.options;
  let { protocol } = plan.options;
  const configFile = await writeConfig(surroundings.folder, surroundings.machine.processId);
  plan.notes.forEach((note) => report.warning(note));
  let failures = 0;
  let hasSwitched = false;
  while (!signal.aborted) {
    const connection = await connect({ ...plan, protocol, configFile }, surroundings, { report, signal });
    report.why = () => whyLost(connection.soFar(), { plan, protocol, report }).trouble;
    const lost = await connection.over;
    await connection.end();
    if (signal.aborted) return;
    report.lost();
    const { trouble, remedy } = whyLost(lost, { plan, protocol, report });
    if (remedy === "give up") return report.failed(trouble);
    const wasSound = lost.upMs >= soundMs;
    failures = wasSound ? 1 : failures + 1;
    hasSwitched &&= !wasSound;
    const other = remedy === "try the other protocol" ? otherThan(protocol) : protocol;
    const isAtOnce: boolean = other !== protocol && !hasSwitched; // a network that lets neither through is not asked without end
    hasSwitched ||= isAtOnce;
    const waitsMs = remedy === "try again in minutes" ? settings.lateWaitsMs : settings.waitsMs;
    const inMs = isAtOnce ? 0 : waitAfter(failures, waitsMs, random);
    report.retrying(other === protocol ? trouble : withProtocol(trouble, other), inMs);
    protocol = other;
    await clock.sleep(inMs, signal);
  }
}

/** cloudflared changes from one to the other by itself only where it was told `auto`. */
function otherThan(protocol: TunnelProtocol): TunnelProtocol {
  return protocol === "http2" ? "quic" : protocol === "quic" ? "http2" : "auto";
}

function withProtocol(trouble: TunnelTrouble, protocol: TunnelProtocol): TunnelTrouble {
  return { ...trouble, message: `${trouble.message} Trying ${protocol}.` };
}

interface TunnelFacts {
  plan: CloudflaredPlan;
  protocol: TunnelProtocol;
  report: TunnelReport;
}

/** Where a tunnel stood once, its protocol is right and its program good: what it lacks now may come back. */
function whyLost(lost: LostConnection, { plan, protocol, report }: TunnelFacts): Failure {
  const { isNamed, program } = plan;
  const failure = failureOf({ ...lost, program, isNamed, protocol });
  const mayComeBack =
    failure.remedy === "try the other protocol" ? lost.wasUp : ["ENDED", "NOT_STARTED"].includes(failure.trouble.code);
  return report.url !== undefined && mayComeBack ? { ...failure, remedy: "try again" } : failure;
}
