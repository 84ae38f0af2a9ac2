import { HooksError } from "../../errors.ts";

interface Choices {
  program: string;
  scenarios: readonly string[];
  /** What has which actions: `["added, changed", "quote, order"]`. */
  resources: readonly (readonly [actions: string, resources: string])[];
}

export function nothingNamed({ program, scenarios, resources }: Choices): HooksError {
  const lines = [
    "Name an event such as subscription.added, or use --scenario or --all.",
    ...resources.map(([actions, names]) => `Events (${actions}): ${names}.`),
    `Scenarios: ${scenarios.join(", ")}.`,
    allEvents(program),
  ];
  return new HooksError("USAGE", { message: "Nothing to generate.", hint: lines.join("\n") });
}

/** Why a pattern names no event, and where all of them are listed. */
export function withAllEvents({ code, message, hint, cause }: HooksError, program: string): HooksError {
  const lines = [hint, allEvents(program)].filter((line) => line !== undefined);
  return new HooksError(code, { message, hint: lines.join("\n"), cause });
}

function allEvents(program: string): string {
  return `To list all events: ${program} events`;
}

export function scenarioNamed(name: string, program: string): HooksError {
  const message = `${name} is a scenario, not an event.`;
  return new HooksError("USAGE", { message, hint: `To generate it: ${program} generate --scenario ${name}` });
}

export function tooMuchNamed(): HooksError {
  const message = "Events, --scenario and --all cannot be combined.";
  return new HooksError("USAGE", { message, hint: "Keep one of them." });
}
