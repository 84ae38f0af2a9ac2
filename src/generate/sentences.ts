import { HooksError } from "../errors.ts";

export function noSuchScenario(
  name: string,
  { suggestion, names }: { suggestion: string | undefined; names: readonly string[] },
): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `Unknown scenario "${name}".`,
    hint: [suggestion, `Scenarios: ${names.join(", ")}.`].filter((part) => part !== undefined).join(" "),
  });
}

export function notATimeOfEvents(at: Date): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `${at.toISOString()} cannot be the time of an event.`,
    hint: "Use a time from 1980 to 4999: outside these years, milliseconds look like seconds or microseconds.",
  });
}

export function noSuchLocale(
  locale: string,
  { suggestion, locales }: { suggestion: string | undefined; locales: readonly string[] },
): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `The locale "${locale}" is not available.`,
    hint: [suggestion, `Locales: ${locales.join(", ")}.`].filter((part) => part !== undefined).join(" "),
  });
}

/** `meant`: a path that is there and like it. */
export function notInPayload(path: string, meant: string | undefined): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `${path} is not in the payload.`,
    hint: meant === undefined ? "To add it, leave out the strict option." : `Did you mean ${meant}?`,
  });
}

/** `what` is the value in words: `undefined`, `a function`. */
export function noJson(path: string, what: string): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `${path} cannot be set to ${what}: JSON cannot represent it exactly.`,
    hint: "Use null, true, false, text, a number, or a list or an object of these; a long number as text.",
  });
}
