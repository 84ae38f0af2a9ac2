import { HooksError } from "../../errors.ts";
import { eventNames } from "../../events/index.ts";

export function nothingNamed(): HooksError {
  const message = "Nothing to generate.";
  const hint = `Name an event (${eventNames.slice(0, 3).join(", ")}, …), or use --scenario purchase or --all.`;
  return new HooksError("USAGE", { message, hint });
}

export function scenarioNamed(name: string): HooksError {
  const message = `${name} is a scenario, not an event.`;
  return new HooksError("USAGE", { message, hint: `Write generate --scenario ${name}.` });
}

export function tooMuchNamed(): HooksError {
  const message = "Events, --scenario and --all cannot be combined.";
  return new HooksError("USAGE", { message, hint: "Keep one of them." });
}
