import type { Clock } from "../../clock.ts";
import type { TunnelProvider } from "../../tunnel/index.ts";

/** What a tunnel that is kept is opened for. */
export interface HoldPlan {
  host: string;
  port: number;
  orFree: boolean;
  /** What asked for these, for messages. */
  named?: { host: string; port: string };
  kind: string;
  settings: Readonly<Record<string, string>>;
  /** The path that takes webhooks. */
  path: string;
}

export interface HoldSurroundings {
  clock: Clock;
  provider: TunnelProvider;
  processId: number;
  version: string;
  /** The address of the tunnel that was kept before, and why that is no more. */
  before?: { url: string; why: string };
  /** Is told each new address. */
  moved(url: string): void;
  /** The lines that the tunnel's program prints. */
  log: LineSource;
}

/** Hands on lines to whoever listens at the moment. */
export class LineSource {
  listener: ((line: string) => void) | undefined;
}
