import { HooksError } from "../../errors.ts";
import type { ReplayOptions } from "../../sessions/index.ts";
import { notTogether } from "./not-together.ts";

export function nothingLeft({ criteria, targets }: Pick<ReplayOptions, "criteria" | "targets">): HooksError {
  const { events, where, since, until } = criteria;
  const others = [
    ...where.map(({ path, json }) => `--where ${path.text}=${json}`),
    ...(since === undefined ? [] : [`--since ${since.toISOString()}`]),
    ...(until === undefined ? [] : [`--until ${until.toISOString()}`]),
  ];
  const takesAll = targets.some(({ patterns }) => patterns.text === "*");
  const gets = takesAll ? "*" : targets.map(({ patterns }) => patterns.text).join(" or ");
  const wanted = [events.text, gets]
    .filter((text) => text !== "*")
    .concat(others)
    .join(" and ");
  if (wanted === "") return nothingFailed(); // what a run left over is none of what it was to send
  const flags = [
    ...(others.length === 0 || events.text !== "*" ? ["--events"] : []),
    ...others.map((text) => text.split(" ")[0]),
  ];
  return nothingSelected(
    `None of the selected events matches ${wanted}.`,
    takesAll
      ? `Select other fixtures, or leave ${flags.join(" and ")} out.`
      : "Select other fixtures, or send to a target that accepts them.",
  );
}

export function failedAndNamed(positionals: readonly string[]): HooksError {
  return notTogether(`--failed selects the events itself and cannot be combined with ${positionals.join(" ")}.`);
}

export function nothingCame(): HooksError {
  return nothingSelected("This project has not received or sent any event yet.", recordOrName);
}

export function nothingRun(): HooksError {
  return nothingSelected("This project has no recorded session yet.", recordOrName);
}

const recordOrName = "Record an event with listen, or name fixtures: a file, a folder, last.";

export function nothingFailed(): HooksError {
  return nothingSelected(
    "Nothing to resend: the last listen session and later runs delivered every event.",
    "To resend delivered events, name them: last, last:20, or a file.",
  );
}

export function stillRunning(): HooksError {
  return nothingSelected(
    "Nothing to resend now: what is left is being sent by a replay that is still running.",
    "Run it again when that has ended.",
  );
}

export function onlyUnreachable(): HooksError {
  return nothingSelected(
    "Nothing can be resent: the events that are left have no file of their own, or it is gone.",
    "Put the files back, or name what to send: files, last, last:20.",
  );
}

export function nothingToSendAgain(): HooksError {
  return nothingSelected(
    "None of the failed deliveries can be resent to its target.",
    "Send those events to another handler with --to.",
  );
}

function nothingSelected(message: string, hint: string): HooksError {
  return new HooksError("NOTHING_SELECTED", { message, hint });
}
