import { expectTypeOf, test } from "vitest";
import {
  type HooksError,
  loadFixture,
  sample,
  scenario,
  type ErrorCode,
  type EventName,
  type EventPayloads,
  type Fixture,
  type FixtureRequest,
  type GeneratedEvent,
  type Json,
  type JsonObject,
  type ListenLine,
  type OrderChanged,
  type OrderContent,
  type OrderLine,
  type Payload,
  type RawBody,
  type UserContent,
  validate,
  type WebhookEvent,
} from "../../src/index.ts";

// The compiler checks these (npm run types); running them checks nothing.

test("a sample is its event's payload, and one that a pattern names a JSON object", () => {
  const ofOrder = () => sample("order.changed", { seed: 1 });
  expectTypeOf(ofOrder).returns.toEqualTypeOf<OrderChanged>();
  expectTypeOf<ReturnType<typeof ofOrder>["resource"]["content"]["orderLines"]>().toEqualTypeOf<OrderLine[]>();
  expectTypeOf(() => sample("order.*")).returns.toEqualTypeOf<JsonObject>();
  expectTypeOf(() => sample("order.removed").resource.content).returns.toEqualTypeOf<null | undefined>();
  // @ts-expect-error: an order has no such field
  expectTypeOf(() => sample("order.changed").resource.content.orderLine).returns.toBeAny();
  expectTypeOf<JsonObject["uuid"]>().toEqualTypeOf<Json>();
});

test("the name of an event is one that is documented", () => {
  const name: EventName = "order.changed";
  expectTypeOf(name).toExtend<keyof EventPayloads>();
  // @ts-expect-error: there is no such event
  expectTypeOf<EventPayloads["order.chnged"]>().toBeAny();
  expectTypeOf<"reseller_registrant.removed">().not.toExtend<EventName>();
});

test("an event's type tells its content, and with its action whether it is there", () => {
  const contentOfOrder = (event: WebhookEvent) => {
    if (event.resource.type !== "ORDER") return undefined;
    expectTypeOf(event.resource.content).toEqualTypeOf<OrderContent | null | undefined>();
    // @ts-expect-error: it is an order, and may have been removed
    expectTypeOf(event.resource.content.status).toBeAny();
    // @ts-expect-error: it is an order
    expectTypeOf(event.resource.content?.memberships).toBeAny();
    return event.resourceAction === "ADDED" ? event.resource.content : undefined;
  };
  expectTypeOf(contentOfOrder).returns.toEqualTypeOf<OrderContent | undefined>();
  const contentOfAdded = (event: WebhookEvent) =>
    event.resourceAction === "ADDED" && event.resource.type === "USER" ? event.resource.content : undefined;
  expectTypeOf(contentOfAdded).returns.toEqualTypeOf<UserContent | undefined>();
});

test("a type that may be another is told by either", () => {
  const leadOf = (event: WebhookEvent) =>
    event.resource.type === "LEAD" || event.resource.type === "SALES_LEAD" ? event.resource.content : undefined;
  expectTypeOf(leadOf).returns.toEqualTypeOf<JsonObject | null | undefined>();
});

test("words are those that are documented where the list is complete", () => {
  expectTypeOf<UserContent["status"]>().toEqualTypeOf<"ACTIVE" | "INACTIVE">();
  expectTypeOf<OrderContent["type"]>().toEqualTypeOf<string>();
});

test("an event is JSON", () => {
  expectTypeOf<WebhookEvent>().toExtend<JsonObject>();
});

test("a payload that is valid is an event, if it is documented", () => {
  const validated = () => validate(JSON.parse("{}"));
  type Valid = Extract<ReturnType<typeof validated>, { valid: true }>;
  expectTypeOf<Valid["event"]>().toEqualTypeOf<WebhookEvent | undefined>();
  type Invalid = Extract<ReturnType<typeof validated>, { valid: false }>;
  expectTypeOf<Invalid["event"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Valid["issues"][number]["message"]>().toEqualTypeOf<string>();
  expectTypeOf(validate).parameter(0).toBeUnknown();
});

test("what a sample takes is checked", () => {
  type Options = NonNullable<Parameters<typeof sample>[1]>;
  expectTypeOf<{ seed: 7; at: Date; set: { "resource.content.lines": [1, null, { a: true }] } }>().toExtend<Options>();
  expectTypeOf<{ seed: "7" }>().not.toExtend<Options>();
  expectTypeOf<{ set: { a: Date } }>().not.toExtend<Options>();
  expectTypeOf<{ set: { a: undefined } }>().not.toExtend<Options>();
});

test("a scenario is a list of events, later", () => {
  expectTypeOf(scenario).returns.resolves.toEqualTypeOf<GeneratedEvent[]>();
  expectTypeOf<GeneratedEvent>().toExtend<{ event: EventName; payload: WebhookEvent; at: Date }>();
  type Ordered = Extract<GeneratedEvent, { event: "order.added" }>;
  expectTypeOf<Ordered["payload"]["resource"]["content"]>().toEqualTypeOf<OrderContent>();
});

test("a fixture is what the file's format promises", () => {
  expectTypeOf(loadFixture).returns.resolves.toEqualTypeOf<Fixture>();
  expectTypeOf<Fixture["appdirectHooks"]>().toEqualTypeOf<1>();
  expectTypeOf<Fixture["payload"]>().toEqualTypeOf<Payload>();
  expectTypeOf<Fixture["rawBody"]>().toEqualTypeOf<RawBody | undefined>();
  expectTypeOf<FixtureRequest["headers"]>().toEqualTypeOf<Record<string, string | string[]>>();
  expectTypeOf<RawBody["encoding"]>().toEqualTypeOf<"utf8" | "base64">();
});

test("a payload is any JSON at all: what it holds is to be looked at first", () => {
  expectTypeOf<Payload>().toEqualTypeOf<Json>();
  expectTypeOf<{ uuid: string }>().toExtend<Payload>();
  expectTypeOf<Payload>().not.toExtend<JsonObject>();
});

test("an error's code is one of those that are documented", () => {
  expectTypeOf<HooksError["code"]>().toEqualTypeOf<ErrorCode>();
  expectTypeOf<"UNKNOWN_EVENT">().toExtend<ErrorCode>();
  expectTypeOf<"SOMETHING_ELSE">().not.toExtend<ErrorCode>();
  expectTypeOf<HooksError>().toExtend<Error>();
  expectTypeOf<HooksError["hint"]>().toEqualTypeOf<string | undefined>();
});

test("a line of listen --json is told by its type", () => {
  type LineOf<Type extends ListenLine["type"]> = Extract<ListenLine, { type: Type }>;
  expectTypeOf<LineOf<"ready">["url"]>().toEqualTypeOf<string>();
  expectTypeOf<LineOf<"event">["fixture"]>().toEqualTypeOf<Fixture>();
  expectTypeOf<LineOf<"delivery">["status"]>().toEqualTypeOf<number | undefined>();
  expectTypeOf<LineOf<"end">["events"]>().toEqualTypeOf<Readonly<Record<string, number>>>();
});
