import { HooksError } from "../../errors.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import { notTogether } from "./not-together.ts";

export function nothingLeft({ events, targets }: Pick<ReplayOptions, "events" | "targets">): HooksError {
  const takesAll = targets.some(({ patterns }) => patterns.text === "*");
  const gets = takesAll ? "*" : targets.map(({ patterns }) => patterns.text).join(" or ");
  const wanted = [events.text, gets].filter((text) => text !== "*").join(" and of ");
  return nothingSelected(
    `Nothing is left to send: of what was selected, none is an event of ${wanted}.`,
    takesAll ? "Select others, or leave --events out." : "Select others, or send to a target that gets them.",
  );
}

export function failedAndNamed(positionals: readonly string[]): HooksError {
  return notTogether(`--failed selects by itself, and ${positionals.join(" ")} was named too.`);
}

export function nothingCame(): HooksError {
  return nothingSelected("No event came in any session or run of this project.", recordOrName);
}

export function nothingRun(): HooksError {
  return nothingSelected("No session or run of this project is known.", recordOrName);
}

const recordOrName = "Record an event with listen, or name fixtures: a file, a folder, last.";

export function nothingFailed(): HooksError {
  return nothingSelected(
    "Nothing is left: all that the last listen session and the runs since were given was delivered.",
    "Name fixtures to send them again all the same: last, last:20, a file.",
  );
}

export function nothingToSendAgain(): HooksError {
  return nothingSelected(
    "Nothing that failed can be sent again to where it failed.",
    "Name a handler with --to to send those events there.",
  );
}

function nothingSelected(message: string, hint: string): HooksError {
  return new HooksError("NOTHING_SELECTED", { message, hint });
}
