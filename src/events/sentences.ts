import { HooksError } from "../errors.ts";

export function emptyPattern(all: string): HooksError {
  return new HooksError("UNKNOWN_EVENT", {
    message: `An event pattern is empty in "${all}".`,
    hint: "Use, for example, subscription.*, *.removed or !user.changed, with single commas between them.",
  });
}

export function noSuchEvent(written: string, hint: string): HooksError {
  return new HooksError("UNKNOWN_EVENT", { message: `No event matches "${written}".`, hint });
}

export function nothingLeft(text: string): HooksError {
  return new HooksError("UNKNOWN_EVENT", {
    message: `"${text}" excludes every event.`,
    hint: "A pattern with ! removes events from all the other patterns, in any order.",
  });
}

/** For patterns of what no page of AppDirect's has: `unknown`, `invalid`. */
export function notInCatalog(text: string): HooksError {
  return new HooksError("UNKNOWN_EVENT", {
    message: `"${text}" does not match a documented event.`,
    hint: "unknown and invalid stand for events that are not documented. Name a resource or an event, or leave it out for all.",
  });
}

export function badPath(text: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `"${text}" is not a payload path.`,
    hint: 'Write it as resource.content.status, orderLines[0], orderLines[*].price or resource["a.b"].',
  });
}

export function tooManySteps(text: string, most: number): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `The payload path "${text.slice(0, 40)}…" has more than ${most} steps.`,
    hint: "Use a shorter path.",
  });
}

export function noValue(text: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `"${text}" has no value.`,
    hint: "Write it as path=value, for example resource.content.status=CANCELLED.",
  });
}

/** `there` is what stands in the way, at `place`: `a list`, `the number 3`. */
export function cannotBeSet(path: string, { place, there }: { place: string; there: string }): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `${path} cannot be set: ${place} is ${there}.`,
    hint: `Set ${place} itself, or choose another path.`,
  });
}
