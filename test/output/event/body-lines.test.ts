import { expect, test } from "vitest";
import { bodyLines } from "../../../src/output/event/body-lines.ts";
import { plainTheme } from "../../../src/output/index.ts";
import type { EventNotice } from "../../../src/sessions/index.ts";
import { eventNotice } from "../../harness/notices.ts";

const since = new Date(2026, 10, 23, 14, 2, 44);
const json = (text: string) => JSON.stringify(text);
const anEvent = { resource: { type: "GADGET", uuid: "g1", content: {} }, resourceAction: "CHANGED" };

function changed(changes: { path: string; before?: string; after?: string }[], room: number): string[] {
  const notice = eventNotice(anEvent, { changes: { since, changes } });
  return bodyLines(notice, { theme: plainTheme, room, most: 4 });
}

function body(type: string, content: object, different: Partial<EventNotice> = {}): string[] {
  const notice = eventNotice({ resource: { type, uuid: "r1", content }, resourceAction: "ADDED" }, different);
  return bodyLines(notice, { theme: plainTheme, room: 70, most: 4 });
}

test("since when stands behind the first change where it fits, else below all", () => {
  const changes = [
    { path: "status", before: json("ACTIVE"), after: json("CANCELLED") },
    { path: "endDate", after: "1768467600000" },
  ];
  expect(changed(changes, 70)).toEqual([
    "status   ACTIVE → CANCELLED   since 14:02:44",
    "endDate  — → 2026-01-15 09:00Z",
  ]);
  expect(changed(changes, 40)).toEqual([
    "status   ACTIVE → CANCELLED",
    "endDate  — → 2026-01-15 09:00Z",
    "since 14:02:44",
  ]);
});

test("of two values the longer one is cut, and none is longer than 40", () => {
  const [short, long] = [json("ACTIVE"), json("x".repeat(60))];
  expect(changed([{ path: "status", before: short, after: long }], 50)[0]).toBe(`status  ACTIVE → ${"x".repeat(32)}…`);
  expect(changed([{ path: "status", before: long, after: short }], 50)[0]).toBe(`status  ${"x".repeat(32)}… → ACTIVE`);
  expect(changed([{ path: "a", before: long, after: long }], 100)[0]).toBe(
    `a  ${"x".repeat(39)}… → ${"x".repeat(39)}…`,
  );
});

test("a long path keeps its end", () => {
  const path = "order.paymentPlan.costs[0].unitDependency";
  expect(changed([{ path, before: "1", after: "2" }], 70)[0]).toMatch(/^…costs\[0\]\.unitDependency {2}1 → 2/);
});

test("what changed comes first, that which matters before all, then what else matters", () => {
  const content = { status: "ACTIVE", frequency: "MONTHLY", currency: "EUR", orderLines: [] };
  const changes = [
    { path: "cycleStartDate", before: "null", after: "1768467600000" },
    { path: "status", before: json("PENDING"), after: json("ACTIVE") },
  ];
  expect(body("ORDER", content, { changes: { since, changes } })).toEqual([
    "status          PENDING → ACTIVE   since 14:02:44",
    "cycleStartDate  null → 2026-01-15 09:00Z",
    "frequency       MONTHLY",
  ]);
});

test("many changes are counted", () => {
  const changes = ["a", "b", "c", "d", "e"].map((path) => ({ path, before: "1", after: "2" }));
  expect(changed(changes, 70)).toEqual(["a  1 → 2   since 14:02:44", "b  1 → 2", "c  1 → 2", "   … 2 more changed"]);
});

test("an order's lines are a small table, with what they sum up to", () => {
  const orderLines = [
    { type: "ITEM", unit: "USER", quantity: 3, price: 12, totalPrice: 36 },
    { type: "ITEM", unit: "GIGABYTE_TRANSFERRED", quantity: 10, price: 0.5, totalPrice: 5 },
    { type: "TAX", percentage: 19, totalPrice: 7.79 },
  ];
  expect(body("ORDER", { status: "ACTIVE", currency: "EUR", orderLines })).toEqual([
    "status      ACTIVE",
    "orderLines  3 × User                   12.00 EUR  = 36.00 EUR",
    "            10 × Gigabyte transferred   0.50 EUR  = 5.00 EUR",
    "            Tax 19%                     7.79 EUR",
  ]);
});

test("more of an order's lines than there is room for are counted", () => {
  const line = { type: "ITEM", unit: "USER", quantity: 1, price: 12, totalPrice: 12 };
  expect(
    body("ORDER", { status: "ACTIVE", currency: "EUR", orderLines: Array.from({ length: 6 }, () => line) }),
  ).toEqual([
    "status      ACTIVE",
    "orderLines  1 × User  12.00 EUR",
    "            1 × User  12.00 EUR",
    "            … 4 more",
  ]);
});

test("all of an order's lines are counted, however many there are", () => {
  const line = { type: "ITEM", unit: "USER", quantity: 1, price: 12, totalPrice: 12 };
  const orderLines = Array.from({ length: 30 }, () => line);
  expect(body("ORDER", { status: "ACTIVE", currency: "EUR", orderLines }).at(-1)).toBe("            … 28 more");
});

test("what is no object among an order's lines is shown as it is", () => {
  expect(body("ORDER", { status: "ACTIVE", orderLines: [1, null, "x"] })).toEqual([
    "status      ACTIVE",
    "orderLines  1",
    "            null",
    "            x",
  ]);
});

test("a reference is shown by its name where that is known, else by its id", () => {
  const content = { status: "ACTIVE", user: { id: "u-1", href: "https://marketplace.example.com/u-1" } };
  expect(body("SUBSCRIPTION", content, { names: { user: "Ada Example" } })[1]).toBe("user    Ada Example");
  expect(body("SUBSCRIPTION", content)[1]).toBe("user    u-1");
});

test("what the headline says is not said again", () => {
  const content = { status: "ACTIVE", size: "SMALL" };
  expect(body("COMPANY", content, { headline: ["Acme Corp", "SMALL"] })).toEqual(["status  ACTIVE"]);
});

test("of a removed resource the headline says all", () => {
  const removed = {
    resource: { type: "ORDER", uuid: "1", url: "https://marketplace.example.com/1" },
    resourceAction: "REMOVED",
  };
  expect(bodyLines(eventNotice(removed), { theme: plainTheme, room: 70, most: 4 })).toEqual([]);
});

test("what is not documented shows its first filled fields, references last", () => {
  const content = { id: "1", empty: null, name: "Gift", value: 5 };
  expect(body("GADGET", content)).toEqual(["name   Gift", "value  5", "id     1"]);
});
