import type { Acceptance } from "../../authentication/index.ts";
import type { Clock } from "../../clock.ts";
import type { EndingWatch } from "./ending.ts";
import type { EventFilter } from "./filter.ts";
import type { Forwarder } from "./forwarder.ts";
import type { ListenOptions } from "./options.ts";
import type { PublicAddress } from "./public-address.ts";
import type { Recorder } from "./recording/recorder.ts";
import type { Telling } from "./telling/telling.ts";

/** What a session is made of, for those who work in it. */
export interface Session {
  options: ListenOptions;
  clock: Clock;
  acceptance: Acceptance;
  /** Whether a tunnel of ours sets a header of this name, in lower case. */
  isSetByTunnel(name: string): boolean;
  recorder: Recorder;
  filter: EventFilter;
  telling: Telling;
  forwarder: Forwarder;
  watch: EndingWatch;
  /** Where webhooks are taken, as reached on this machine; empty until the listener listens. */
  local: string;
  /** Undefined until the listener listens, and where only this machine reaches it. */
  publicAddress?: PublicAddress;
}

/** Where webhooks are taken: at the public address, if there is one now. */
export function urlOf({ publicAddress, local }: Pick<Session, "publicAddress" | "local">): string {
  return publicAddress?.url ?? local;
}
