import diff from "microdiff";
import { expect, test } from "vitest";
import { happenings, isObject, type Story, type StoryChange } from "../../../src/events/index.ts";
import { seededRandom } from "../../../src/random.ts";
import { story } from "../../harness/story.ts";
import { resources } from "../../../src/events/resources/index.ts";

const at = (day: string): Story => ({ ...story, at: new Date(`${day}T12:00:00.250Z`) });
const running = happenings.startSubscription(at("2026-01-31"));
const later = (before: Story, day: string, random = story.random): Story => ({
  ...before,
  random,
  at: new Date(`${day}T12:00:00.250Z`),
});

const contentOf = (one: Story): object => {
  const content = resources.subscription.sample(one).content;
  return isObject(content) ? content : {};
};
const touched = (before: Story, after: Story) =>
  diff(contentOf(before), contentOf(after)).map(({ path }) => path.join("."));

test("a suspension and a reactivation touch the states alone", () => {
  const before = later(running, "2026-02-10");
  const suspended = happenings.suspendSubscription(before);
  expect(touched(before, suspended)).toEqual(["status", "order.status"]);
  expect(suspended).toMatchObject({ subscription: { status: "SUSPENDED" }, order: { status: "SUSPENDED" } });
  expect(contentOf(happenings.reactivateSubscription(suspended))).toEqual(contentOf(before));
});

test("a cancellation ends the subscription and its order, and nothing is billed any more", () => {
  expect(contentOf(happenings.cancelSubscription(later(running, "2026-02-10")))).toMatchObject({
    status: "CANCELLED",
    endDate: Date.UTC(2026, 1, 10, 12, 0, 0),
    assignedUsers: 0,
    order: {
      status: "CANCELLED",
      endDate: Date.UTC(2026, 1, 10, 12, 0, 0),
      nextBillingDate: null,
      cycleStartDate: null,
    },
  });
});

test("an order whose place another takes is FINISHED, with the moment", () => {
  const { order } = happenings.finishOrder(later(running, "2026-02-10"));
  expect(order).toMatchObject({ status: "FINISHED", endedAt: new Date("2026-02-10T12:00:00.250Z") });
});

test("a change of seats is a new order in the place of the old one, its price worked out to the cent", () => {
  const before = later(running, "2026-02-10");
  const after = happenings.changeQuantity(before, 7);
  expect(contentOf(after)).toMatchObject({
    status: "ACTIVE",
    creationDate: Date.UTC(2026, 0, 31, 10, 15, 30),
    maxUsers: 7,
    order: {
      status: "ACTIVE",
      startDate: Date.UTC(2026, 1, 10),
      totalPrice: 87.5,
      previousOrder: { id: 4395 },
      orderLines: [{ quantity: 7, price: 12.5, totalPrice: 87.5 }],
    },
  });
  expect(after.order.id).toBeGreaterThan(4395);
  const allowed =
    /^(maxUsers|order\.(uuid|id|startDate|serviceStartDate|nextBillingDate|cycleStartDate|totalPrice|previousOrder|orderLines\.0\.(id|quantity|totalPrice)))$/;
  for (const path of touched(before, after)) expect(path).toMatch(allowed);
});

test("a change of seats of what is suspended leaves it suspended", () => {
  const after = happenings.changeQuantity(happenings.suspendSubscription(later(running, "2026-02-10")), 7);
  expect(after).toMatchObject({ subscription: { status: "SUSPENDED" }, order: { status: "SUSPENDED" } });
});

test("another price is another plan, with ids of its own", () => {
  const before = later(running, "2026-02-10");
  const { plan } = happenings.replaceOrder(before, { plan: { unitPrice: 25 } }).order;
  expect(plan).toMatchObject({ unitPrice: 25, frequency: "MONTHLY", unit: "USER" });
  for (const id of ["id", "uuid", "costId", "pricingItemId", "pricingItemUuid"] as const) {
    expect(plan[id]).not.toBe(before.order.plan[id]);
  }
});

test("a further order has ids of its own and no end, and the subscription stays as it is", () => {
  const before = happenings.finishOrder(later(running, "2026-02-10"));
  const after = happenings.placeOrder(later(before, "2026-02-11"));
  expect(after.order).toMatchObject({ status: "PENDING_REMOTE_CREATION", endedAt: undefined });
  expect(after.order.id).toBeGreaterThan(before.order.id);
  expect(after.order.uuid).not.toBe(before.order.uuid);
  expect(after.subscription).toEqual(before.subscription);
});

test("what was cancelled and runs again has no end", () => {
  const cancelled = happenings.cancelSubscription(later(running, "2026-02-10"));
  expect(contentOf(happenings.reactivateSubscription(later(cancelled, "2026-02-11")))).toMatchObject({
    status: "ACTIVE",
    endDate: null,
    order: { status: "ACTIVE", endDate: null },
  });
});

test("prices are exact where the currency has no coins", () => {
  const { order } = running;
  const plan = { ...order.plan, currency: { code: "JPY", decimals: 0 }, unitPrice: 3679 };
  expect(contentOf({ ...running, order: { ...order, plan, quantity: 3 } })).toMatchObject({
    order: { currency: "JPY", totalPrice: 11_037 },
  });
});

/** The subscription as one of its own made-up changes leaves it. */
function changed(change: StoryChange | undefined, day: string, frequency: "MONTHLY" | "YEARLY" = "MONTHLY") {
  const { order } = running;
  const before = later({ ...running, order: { ...order, plan: { ...order.plan, frequency } } }, day, seededRandom(3));
  return { before, after: change?.(before) ?? before };
}
const [renewal, quantityChange] = resources.subscription.changes ?? [];

test.each([
  ["2026-02-10", "MONTHLY", "2026-01-10", "2026-03-10"],
  ["2026-03-31", "MONTHLY", "2026-01-31", "2026-04-30"],
  ["2028-02-29", "YEARLY", "2024-02-29", "2029-02-28"],
  ["2026-01-01", "YEARLY", "2025-01-01", "2027-01-01"],
] as const)("a renewal on %s, billed %s, begins a cycle on that day", (day, frequency, placed, next) => {
  const { before, after } = changed(renewal, day, frequency);
  expect(contentOf(after)).toMatchObject({
    status: "ACTIVE",
    order: {
      status: "ACTIVE",
      startDate: Date.parse(placed),
      cycleStartDate: Date.parse(day),
      nextBillingDate: Date.parse(next),
    },
  });
  const allowed = /^(creationDate|order\.(startDate|serviceStartDate|nextBillingDate|cycleStartDate))$/;
  for (const path of touched(before, after)) expect(path).toMatch(allowed);
});

test("a renewal at the edge of time comes to an end", () => {
  const before = { ...running, at: new Date(8.64e15 - 1) };
  expect(renewal?.(before).order.placedAt).toBeInstanceOf(Date);
});

test("some seats more or less are never none, and never as many as before", () => {
  for (const quantity of [1, 2, 5, 400]) {
    for (let seed = 0; seed < 20; seed++) {
      const before = { ...running, random: seededRandom(seed), order: { ...running.order, quantity } };
      const after = quantityChange?.(before).order.quantity ?? 0;
      expect(after).toBeGreaterThan(0);
      expect(after).not.toBe(quantity);
    }
  }
});
