import { expectTypeOf, test } from "vitest";
import {
  type HooksError,
  isDocumented,
  loadFixture,
  sample,
  scenario,
  type ErrorCode,
  type EventName,
  type EventPayloads,
  type Fixture,
  type FixtureRequest,
  type LoadedFixture,
  type ScenarioName,
  type SubscriptionContent,
  type UnknownEvent,
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
  type AppDirectEvent,
} from "../../src/index.ts";

// The compiler checks these (npm run types); running them checks nothing.

test("a sample is its event's payload, and one that a pattern names any event", () => {
  const ofOrder = () => sample("order.changed", { seed: 1 });
  expectTypeOf(ofOrder).returns.toEqualTypeOf<OrderChanged>();
  expectTypeOf<ReturnType<typeof ofOrder>["resource"]["content"]["orderLines"]>().toEqualTypeOf<OrderLine[]>();
  expectTypeOf(() => sample("order.*")).returns.toEqualTypeOf<AppDirectEvent>();
  expectTypeOf(() => sample("order")).returns.toEqualTypeOf<AppDirectEvent>();
  type Status = SubscriptionContent["status"];
  expectTypeOf(() => sample("subscription.changed").resource.content.status).returns.toEqualTypeOf<Status>();
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
  const contentOfOrder = (event: AppDirectEvent) => {
    if (event.resource.type !== "ORDER") return undefined;
    expectTypeOf(event.resource.content).toEqualTypeOf<OrderContent | null | undefined>();
    // @ts-expect-error: it is an order, and may have been removed
    expectTypeOf(event.resource.content.status).toBeAny();
    // @ts-expect-error: it is an order
    expectTypeOf(event.resource.content?.memberships).toBeAny();
    return event.resourceAction === "ADDED" ? event.resource.content : undefined;
  };
  expectTypeOf(contentOfOrder).returns.toEqualTypeOf<OrderContent | undefined>();
  const contentOfAdded = (event: AppDirectEvent) =>
    event.resourceAction === "ADDED" && event.resource.type === "USER" ? event.resource.content : undefined;
  expectTypeOf(contentOfAdded).returns.toEqualTypeOf<UserContent | undefined>();
});

test("a type that may be another is told by either", () => {
  const leadOf = (event: AppDirectEvent) =>
    event.resource.type === "LEAD" || event.resource.type === "SALES_LEAD" ? event.resource.content : undefined;
  expectTypeOf(leadOf).returns.toEqualTypeOf<JsonObject | null | undefined>();
});

test("words are those that are documented where the list is complete", () => {
  expectTypeOf<UserContent["status"]>().toEqualTypeOf<"ACTIVE" | "INACTIVE">();
  expectTypeOf<OrderContent["type"]>().toEqualTypeOf<string>();
});

test("an event is JSON", () => {
  expectTypeOf<AppDirectEvent>().toExtend<JsonObject>();
});

test("a payload that is valid is an event, if it is documented", () => {
  const validated = () => validate(JSON.parse("{}"));
  type Valid = Extract<ReturnType<typeof validated>, { valid: true }>;
  expectTypeOf<Valid["event"]>().toEqualTypeOf<AppDirectEvent | undefined>();
  type Invalid = Extract<ReturnType<typeof validated>, { valid: false }>;
  expectTypeOf<Invalid["event"]>().toEqualTypeOf<undefined>();
  expectTypeOf<Valid["issues"][number]["message"]>().toEqualTypeOf<string>();
  expectTypeOf(validate).parameter(0).toBeUnknown();
});

test("what a sample takes is checked", () => {
  type Options = NonNullable<Parameters<typeof sample>[1]>;
  expectTypeOf<{
    seed: 7;
    at: Date | "2h";
    set: { "resource.content.lines": [1, null, { a: true }] };
  }>().toExtend<Options>();
  expectTypeOf<{ seed: "7" }>().not.toExtend<Options>();
  expectTypeOf<{ set: { a: Date } }>().not.toExtend<Options>();
  expectTypeOf<{ set: { a: undefined } }>().not.toExtend<Options>();
});

test("a name that is mistyped does not compile", () => {
  // @ts-expect-error: there is no such event
  expectTypeOf(() => sample("subscription.chnged")).toBeFunction();
  // @ts-expect-error: there is no such resource
  expectTypeOf(() => sample("subscripton")).toBeFunction();
  // @ts-expect-error: not any text is a name
  expectTypeOf((name: string) => sample(name)).toBeFunction();
  // @ts-expect-error: there is no such scenario
  expectTypeOf(() => scenario("purchse")).toBeFunction();
  expectTypeOf<"purchase">().toExtend<ScenarioName>();
});

test("a scenario is a list of events, later, each told by its type and action", () => {
  expectTypeOf(scenario).returns.resolves.toEqualTypeOf<AppDirectEvent[]>();
  const orderIn = async () => {
    for (const event of await scenario("purchase")) {
      // @ts-expect-error: it may be any event
      expectTypeOf(event.resource.content.orderLines).toBeAny();
      if (event.resource.type === "ORDER" && event.resourceAction === "ADDED") return event.resource.content;
    }
    return undefined;
  };
  expectTypeOf(orderIn).returns.resolves.toEqualTypeOf<OrderContent | undefined>();
});

test("what is not documented is any JSON, until isDocumented has told", () => {
  expectTypeOf<UnknownEvent>().toEqualTypeOf<Json>();
  const typeOf = ({ payload }: LoadedFixture) => {
    // @ts-expect-error: it may be any JSON
    expectTypeOf(payload.resource).toBeAny();
    if (!isDocumented(payload)) {
      expectTypeOf(payload).toEqualTypeOf<UnknownEvent>();
      return undefined;
    }
    expectTypeOf(payload).toEqualTypeOf<AppDirectEvent>();
    return payload.resource.type;
  };
  expectTypeOf(typeOf).returns.toEqualTypeOf<AppDirectEvent["resource"]["type"] | undefined>();
  expectTypeOf(isDocumented).parameter(0).toBeUnknown();
});

test("a fixture is what the file's format promises", () => {
  expectTypeOf(loadFixture).returns.resolves.toEqualTypeOf<LoadedFixture>();
  expectTypeOf<LoadedFixture>().toExtend<Fixture>();
  expectTypeOf<LoadedFixture["payload"]>().toEqualTypeOf<AppDirectEvent | UnknownEvent>();
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
