import { expect, test } from "vitest";
import { describeEvent, eventNames, type Json, parsePath } from "../../src/events/index.ts";
import { defaultSeededTime, generateEvents, generateScenario } from "../../src/generate/index.ts";
import { noSuchLocale } from "../../src/generate/sentences.ts";
import { sample } from "../../src/index.ts";
import { seededRandom } from "../../src/random.ts";
import { refusal } from "../harness/refusal.ts";
import { rejection } from "../harness/rejection.ts";
import { valuesAt } from "../harness/values-at.ts";

const locales = ["en-US", "fr-CA", "en-GB", "de-DE", "es-ES", "sv-SE", "ja-JP", "pt-BR"];

const made = (event: string, seed: number, locale?: string): Json => {
  const [one] = generateEvents([event], { random: seededRandom(seed), at: defaultSeededTime, locale });
  return describeEvent(one?.payload ?? null).content ?? null;
};
const at = (content: Json, path: string) => valuesAt(content, parsePath(path))[0];

test.each([
  ["en-US", "en-US", "US", "USD"],
  ["de_DE", "de-DE", "DE", "EUR"],
  ["FR-ca", "fr-CA", "CA", "CAD"],
  ["ja_jp", "ja-JP", "JP", "JPY"],
])("with the locale %s user, company and currency are those of %s", (given, locale, country, currency) => {
  for (let seed = 0; seed < 20; seed++) {
    const user = made("user.added", seed, given);
    expect([at(user, "locale"), at(user, "language")]).toEqual([locale, locale.slice(0, 2)]);
    expect(at(user, "memberships[0].company.countryCode")).toBe(country);
    expect(at(made("order.added", seed, given), "currency")).toBe(currency);
    expect(made("invoice.added", seed, given)).toMatchObject({ locale, currency });
    expect(made("payment_instrument.added", seed, given)).toMatchObject({ billingAddress: { country } });
  }
});

test("another locale leaves a seed its ids", () => {
  for (const locale of locales) {
    expect(at(made("order.added", 7, locale), "uuid")).toBe(at(made("order.added", 7), "uuid"));
  }
});

test("a scenario is told in the country of the locale throughout", async () => {
  const events = await generateScenario("purchase", {
    random: seededRandom(1),
    at: defaultSeededTime,
    locale: "sv-se",
  });
  const [company, user] = [...events].map(({ payload }) => describeEvent(payload).content ?? null);
  expect([at(company ?? null, "countryCode"), at(user ?? null, "locale")]).toEqual(["SE", "sv-SE"]);
});

test.each([
  ["xx-XX", undefined],
  ["de-AT", "Did you mean de-DE?"],
  ["de", undefined],
])("the locale %j is refused before anything is made, with those that there are", async (locale, suggestion) => {
  const options = { random: seededRandom(1), at: defaultSeededTime, locale };
  const expected = noSuchLocale(locale, { suggestion, locales });
  expect(refusal(() => generateEvents(eventNames, options))).toMatchObject({ message: expected.message });
  expect((await rejection(generateScenario("purchase", options))).message).toBe(expected.message);
  const error = refusal(() => sample("user.added", { locale }));
  expect([error.code, error.message]).toEqual(["BAD_VALUE", `The locale "${locale}" is not available.`]);
  expect(error.hint).toContain("Locales: en-US, fr-CA, en-GB, de-DE, es-ES, sv-SE, ja-JP, pt-BR.");
  if (suggestion !== undefined) expect(error.hint).toContain(suggestion);
});
