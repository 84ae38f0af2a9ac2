import { expect, test } from "vitest";
import { describeEvent, type Json, parsePath } from "../../src/events/index.ts";
import { defaultSeededTime, generateEvents } from "../../src/generate/index.ts";
import { seededRandom } from "../../src/random.ts";
import { valuesAt } from "../harness/values-at.ts";

const contents = (event: string, count: number): Json[] =>
  [...generateEvents([event], { random: seededRandom(5), at: defaultSeededTime, count })].map(
    ({ payload }) => describeEvent(payload).content ?? null,
  );
const at = (content: Json, path: string) => valuesAt(content, parsePath(path))[0];

/** Decimals by ISO 4217. */
const decimals: Readonly<Record<string, number>> = { USD: 2, CAD: 2, GBP: 2, EUR: 2, SEK: 2, BRL: 2, JPY: 0 };

/** Digits behind the point as JSON writes the number. */
const written = (price: unknown) => (JSON.stringify(price).split(".")[1] ?? "").length;

test("prices add up to the coin and have no more decimals than their currency", () => {
  const seen = new Set<string>();
  for (const order of contents("order.added", 600)) {
    const currency = String(at(order, "currency"));
    const coins = 10 ** (decimals[currency] ?? Number.NaN);
    const price = Math.round(Number(at(order, "orderLines[0].price")) * coins);
    const quantity = Number(at(order, "orderLines[0].quantity"));
    expect(Math.round(Number(at(order, "orderLines[0].totalPrice")) * coins)).toBe(price * quantity);
    expect(at(order, "totalPrice")).toBe(at(order, "orderLines[0].totalPrice"));
    expect(at(order, `paymentPlan.costs[0].amount.${currency}`)).toBe(at(order, "orderLines[0].price"));
    for (const path of ["totalPrice", "orderLines[0].price"]) {
      expect(written(at(order, path))).toBeLessThanOrEqual(decimals[currency] ?? -1);
    }
    seen.add(currency);
  }
  expect([...seen].toSorted()).toEqual(Object.keys(decimals).toSorted());
});

test("addresses are below names reserved for examples, and made of plain letters", () => {
  for (const user of contents("user.added", 300)) {
    expect(at(user, "email")).toMatch(/^[a-z]+\.[a-z]+@[a-z]+-[a-z]+\.example$/);
    const domain = String(at(user, "email")).split("@")[1];
    expect(at(user, "memberships[0].company.website")).toBe(`www.${domain}`);
  }
});

test("a person's locale is the company's country's", () => {
  for (const user of contents("user.added", 300)) {
    const country = String(at(user, "memberships[0].company.countryCode"));
    expect(at(user, "locale")).toBe(`${String(at(user, "language"))}-${country}`);
  }
});

test("nothing happens before it began", () => {
  for (const user of contents("user.changed", 100)) {
    expect(Number(at(user, "lastSuccessfulLogin"))).toBeGreaterThanOrEqual(Number(at(user, "creationDate")));
    expect(Number(at(user, "creationDate"))).toBeLessThan(defaultSeededTime.getTime());
  }
  const cancellations = contents("subscription.changed", 100).filter((one) => at(one, "status") === "CANCELLED");
  expect(cancellations.length).toBeGreaterThan(0);
  for (const subscription of cancellations) {
    expect(Number(at(subscription, "endDate"))).toBeGreaterThan(Number(at(subscription, "creationDate")));
  }
  for (const order of contents("order.changed", 100)) {
    expect(Number(at(order, "nextBillingDate"))).toBeGreaterThan(defaultSeededTime.getTime());
    expect(Number(at(order, "cycleStartDate"))).toBeLessThanOrEqual(defaultSeededTime.getTime() + 400_000);
  }
});
