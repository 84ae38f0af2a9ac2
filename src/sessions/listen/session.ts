import type { Acceptance } from "../../authentication/index.ts";
import type { Clock } from "../../clock.ts";
import type { EndingWatch } from "./ending.ts";
import type { EventFilter } from "./filter.ts";
import type { Forwarder } from "./forwarder.ts";
import type { ListenOptions } from "./options.ts";
import type { PublicAddress } from "./public-address.ts";
import type { Recorder } from "./recording/recorder.ts";
import type { Reporter } from "./reporter.ts";

/** What a session is made of, for those who work in it. */
export interface Session {
  options: ListenOptions;
  clock: Clock;
  acceptance: Acceptance;
  /** Whether a tunnel of ours sets a header of this name, in lower case. */
  isSetByTunnel(name: string): boolean;
  recorder: Recorder;
  filter: EventFilter;
  reporter: Reporter;
  forwarder: Forwarder;
  watch: EndingWatch;
  /** Undefined until the listener listens, and where only this machine reaches it. */
  publicAddress?: PublicAddress;
}
