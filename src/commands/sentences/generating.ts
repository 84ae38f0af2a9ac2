import { HooksError } from "../../errors.ts";
import { eventNames } from "../../events/index.ts";

export function nothingNamed(): HooksError {
  const message = "It is not said what to make.";
  const hint = `Name events (${eventNames.slice(0, 3).join(", ")}, …), or --scenario purchase, or --all.`;
  return new HooksError("USAGE", { message, hint });
}

export function tooMuchNamed(): HooksError {
  const message = "Events, --scenario and --all each say what to make.";
  return new HooksError("USAGE", { message, hint: "Leave all but one of them out." });
}

export function outAndTo(): HooksError {
  return new HooksError("USAGE", {
    message: "--out writes and --to sends.",
    hint: "Leave one of them out; replay sends what --out wrote.",
  });
}
