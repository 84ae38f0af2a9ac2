import { object, picklist } from "valibot";
import { payloadSchema, undocumentedPayloadSchema } from "../../../src/events/envelope.ts";
import { actionsOf, resourceActions, typesOf } from "../../../src/events/resource.ts";
import { type NamedResource, namedResources } from "../../../src/events/resources/index.ts";
import { field } from "../../../src/events/schema/field.ts";
import { shapeNamed } from "../named-shapes.ts";
import { conditional, type JsonSchema, jsonSchema, plainSchema } from "./json-schema.ts";

/** Draft-07: every editor and validator knows it in full, and nothing here needs what came later. */
const draft = "http://json-schema.org/draft-07/schema#";
/** Where a public mirror of the registry serves the files of the package. */
const base = "https://unpkg.com/appdirect-hooks/schemas/";

export interface SchemaFile {
  /** `order.json` */
  name: string;
  schema: JsonSchema;
}

/** The schema of each resource's payload, and that of any payload. */
export function schemaFiles(): SchemaFile[] {
  return [...namedResources.map(resourceFile), { name: "event.json", schema: eventSchema() }];
}

function resourceFile(resource: NamedResource): SchemaFile {
  const name = `${resource.name}.json`;
  const used = new Set<string>();
  const body = resourceBody(resource, (shape) => used.add(shape));
  const definitions = definitionsOf(used);
  return {
    name,
    schema: {
      $schema: draft,
      $id: `${base}${name}`,
      title: `AppDirect webhook: ${resource.definition.type}`,
      description: descriptionOf(resource),
      ...body,
      ...(Object.keys(definitions).length > 0 && { definitions }),
    },
  };
}

/** Any action passes, a documented one or not; whether there is a content and a url hangs on it. */
function resourceBody({ definition }: NamedResource, used: (name: string) => void): JsonSchema {
  const there = payloadSchema(definition, "CHANGED").entries;
  const removed = payloadSchema(definition, "REMOVED").entries.resource.entries;
  const { url, content, ...parts } = there.resource.entries;
  const { resourceAction } = undocumentedPayloadSchema.entries;
  const properties = Object.fromEntries(
    Object.entries(parts).map(([name, entry]) => [name, jsonSchema(entry, used)] as const),
  );
  return {
    type: "object",
    properties: {
      uuid: jsonSchema(there.uuid, used),
      timestamp: jsonSchema(there.timestamp, used),
      resource: { type: "object", properties, required: ["type", "uuid"] },
      resourceAction: jsonSchema(resourceAction, used),
    },
    required: Object.keys(there),
    ...conditional(
      { properties: { resourceAction: { const: "REMOVED" } }, required: ["resourceAction"] },
      ofResource({ properties: { url: jsonSchema(removed.url, used), content: jsonSchema(removed.content, used) } }),
      ofResource({
        properties: { url: jsonSchema(url, used), content: jsonSchema(content, used) },
        required: ["url", "content"],
      }),
    ),
  };
}

const ofResource = (schema: JsonSchema): JsonSchema => ({ properties: { resource: { type: "object", ...schema } } });

function descriptionOf({ definition }: NamedResource): string {
  const { summary, shape, uncertain = [], source } = definition;
  const actions = actionsOf(definition);
  return [
    summary,
    ...(actions.length < resourceActions.length ? [`Documented: ${actions.join(" and ")}.`] : []),
    ...(shape === "documented" ? [] : [`The shape of its content: ${shape}.`]),
    ...uncertain.map((text) => `Uncertain: ${text}`),
    `Source: ${source}`,
  ].join(" ");
}

/** The objects that are referred to, and those that they refer to. */
function definitionsOf(names: ReadonlySet<string>): JsonSchema {
  const waiting = [...names];
  const done = new Map<string, JsonSchema>();
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    if (!done.has(name))
      done.set(
        name,
        plainSchema(shapeNamed(name), (other) => waiting.push(other)),
      );
  }
  return Object.fromEntries(done);
}

/** An envelope for which editors offer the documented types. */
function anyPayload() {
  const { resource, ...rest } = undocumentedPayloadSchema.entries;
  const types = namedResources.flatMap(({ definition }) => typesOf(definition));
  return object({
    ...rest,
    resource: object({ ...resource.entries, type: field(picklist(types), "The type of the resource.") }),
  });
}

/** Tells the resource by its type; one of a type that is not documented is an envelope with anything in it. */
function eventSchema(): JsonSchema {
  return {
    $schema: draft,
    $id: `${base}event.json`,
    title: "AppDirect webhook",
    description:
      "The payload of any of AppDirect's webhooks. Source: https://developer.appdirect.com/webhooks/working-with-webhooks/payload",
    ...plainSchema(anyPayload(), () => undefined),
    allOf: namedResources.map(({ name, definition }) =>
      conditional(
        {
          type: "object",
          ...ofResource({ properties: { type: { enum: typesOf(definition) } }, required: ["type"] }),
          required: ["resource"],
        },
        { $ref: `${name}.json` },
      ),
    ),
  };
}
