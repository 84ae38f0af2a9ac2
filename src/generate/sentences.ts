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

export function noSuchLocale(
  locale: string,
  { suggestion, locales }: { suggestion: string | undefined; locales: readonly string[] },
): HooksError {
  return new HooksError("BAD_VALUE", {
    message: `Nothing can be made for the locale "${locale}".`,
    hint: [suggestion, `Locales: ${locales.join(", ")}.`].filter((part) => part !== undefined).join(" "),
  });
}
