import { HooksError } from "../../errors.ts";
import { listText } from "../../output/index.ts";

/** For a target that is no URL. */
export function onlyOverHttp(target: string): HooksError {
  return new HooksError("USAGE", {
    message: `${target} is not an HTTP address, and a marketplace sends events to nothing else.`,
    hint: "Name a URL, host:port or a port: --to 3000, or --to http://localhost:3000/hooks",
  });
}

/** For a filter that leaves nothing of the scenarios. */
export function nothingHappens(events: string, scenarios: readonly string[]): HooksError {
  return new HooksError("NOTHING_SELECTED", {
    message: `No event of the scenario ${listText(scenarios)} matches ${events}.`,
    hint: "Choose other events, or leave --scenario out.",
  });
}
