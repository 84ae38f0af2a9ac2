import { expectTypeOf, test } from "vitest";
import {
  type HooksError,
  loadFixture,
  sample,
  scenario,
  type ErrorCode,
  type Fixture,
  type FixtureRequest,
  type GeneratedEvent,
  type Json,
  type JsonObject,
  type ListenLine,
  type Payload,
  type RawBody,
} from "../../src/index.ts";

// The compiler checks these (npm run types); running them checks nothing.

test("a sample is a JSON object", () => {
  expectTypeOf(sample).returns.toEqualTypeOf<JsonObject>();
  expectTypeOf(sample).parameter(0).toEqualTypeOf<string>();
  expectTypeOf<JsonObject["uuid"]>().toEqualTypeOf<Json>();
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
  expectTypeOf<GeneratedEvent>().toEqualTypeOf<{ event: string; payload: JsonObject; at: Date }>();
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
