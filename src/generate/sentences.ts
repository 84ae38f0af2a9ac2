import { HooksError } from "../errors.ts";

export function noSuchScenario(
  name: string,
  { suggestion, names }: { suggestion: string | undefined; names: readonly string[] },
): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `There is no scenario "${name}".`,
    hint: [suggestion, `Scenarios: ${names.join(", ")}.`].filter((part) => part !== undefined).join(" "),
  });
}

export function notATimeOfEvents(at: Date): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `No event can happen at ${at.toISOString()}.`,
    hint: "Give a time from 1980 to 4999: outside of these years, milliseconds look like seconds or microseconds.",
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
