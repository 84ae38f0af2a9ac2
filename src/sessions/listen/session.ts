import type { Clock } from "../../clock.ts";
import type { HeaderList } from "../../endpoint.ts";
import type { Verdict } from "../../listener/index.ts";
import type { EndingWatch } from "./ending.ts";
import type { EventFilter } from "./filter.ts";
import type { Forwarder } from "./forwarder.ts";
import type { ListenOptions } from "./options.ts";
import type { Recorder } from "./recording/recorder.ts";
import type { Reporter } from "./reporter.ts";

/** What a session is made of, for those who work in it. */
export interface Session {
  options: ListenOptions;
  clock: Clock;
  verify(headers: HeaderList): Verdict;
  recorder: Recorder;
  filter: EventFilter;
  reporter: Reporter;
  forwarder: Forwarder;
  watch: EndingWatch;
}
