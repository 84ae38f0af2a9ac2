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

test("an invoice is due a month after its date, which is when it was added", () => {
  for (const event of ["invoice.added", "invoice.changed"]) {
    for (const invoice of contents(event, 100)) {
      const [date, due] = [Number(at(invoice, "invoiceDate")), Number(at(invoice, "paymentTerms.dueDate"))];
      expect(due - date).toBe(30 * 24 * 60 * 60 * 1000);
      expect(date).toBeLessThan(defaultSeededTime.getTime() + 1_000_000);
      expect(event === "invoice.added").toBe(date >= defaultSeededTime.getTime());
    }
  }
});

test("a discount that is edited has not ended yet", () => {
  for (const discount of contents("discount.changed", 300)) {
    expect(Number(at(discount, "expirationDate"))).toBeGreaterThan(defaultSeededTime.getTime() + 2_000_000);
  }
});

test("a discount ends after it begins, has a price or a percentage, and the price has its currency's decimals", () => {
  const kinds = new Set<string>();
  for (const discount of contents("discount.added", 300)) {
    expect(Number(at(discount, "expirationDate"))).toBeGreaterThan(Number(at(discount, "startDate")));
    const [price, percentage] = [at(discount, "price"), at(discount, "percentage")];
    const type = String(at(discount, "type"));
    expect([price === null, percentage === null]).toEqual(type === "PERCENTAGE" ? [true, false] : [false, true]);
    if (type === "FIXED_PRICE") expect(written(price)).toBeLessThanOrEqual(2);
    else expect(Number(percentage)).toBeLessThanOrEqual(50);
    kinds.add(type);
  }
  expect([...kinds].toSorted()).toEqual(["FIXED_PRICE", "PERCENTAGE"]);
});

test("a price in yen has no decimals, and is at least one", () => {
  const options = { random: seededRandom(5), at: defaultSeededTime, count: 100, locale: "ja-JP" };
  for (const { payload } of generateEvents(["discount.added"], options)) {
    const price = at(payload, "resource.content.price");
    if (price !== null) expect(Number(price)).toBeGreaterThanOrEqual(1);
    expect(Number.isInteger(Number(price))).toBe(true);
  }
});

test("a card expires after its event, and the bill goes to its holder", () => {
  for (const event of ["payment_instrument.added", "payment_instrument.changed"]) {
    for (const instrument of contents(event, 100)) {
      const month = Number(at(instrument, "creditCard.expirationMonth"));
      const end = Date.UTC(Number(at(instrument, "creditCard.expirationYear")), month, 1);
      expect(month).toBeLessThanOrEqual(12);
      expect(end).toBeGreaterThan(defaultSeededTime.getTime() + 1_000_000);
      expect(Number(at(instrument, "createdOn"))).toBeLessThan(defaultSeededTime.getTime() + 1_000_000);
      expect(at(instrument, "billingAddress.fullName")).toBe(
        `${String(at(instrument, "billingAddress.firstName"))} ${String(at(instrument, "billingAddress.lastName"))}`,
      );
    }
  }
});

test("a product is published when it is edited for the last time, and not before", () => {
  const published = contents("staging_product.changed", 100).filter((one) => at(one, "publishedOn") !== null);
  expect(published.length).toBeGreaterThan(0);
  for (const product of published) expect(at(product, "publishedOn")).toBe(at(product, "lastModified"));
  for (const product of contents("staging_product.added", 50)) expect(at(product, "publishedOn")).toBeNull();
});

test("a new assignment waits for its user or for the vendor, and the link is its address", () => {
  const statuses = contents("app_assignment.added", 50).map((one) => String(at(one, "status")));
  expect([...new Set(statuses)].toSorted()).toEqual(["PENDING_REMOTE_CREATION", "PENDING_USER_ACTIVATION"]);
  for (const { payload } of generateEvents(["app_assignment.changed"], {
    random: seededRandom(5),
    at: defaultSeededTime,
  })) {
    expect(at(payload, "resource.content.links[0].href")).toBe(at(payload, "resource.url"));
  }
});
