import { payloadSchema } from "../../../src/events/envelope.ts";
import { eventNameOf } from "../../../src/events/names.ts";
import { actionsOf, type ResourceAction } from "../../../src/events/resource.ts";
import { type NamedResource, namedResources } from "../../../src/events/resources/index.ts";
import { contentName, sharedShapes, typeName } from "../named-shapes.ts";
import { docstring, plainType } from "./typescript.ts";

export interface TypeFile {
  /** From the folder of generated types. */
  name: string;
  /** TypeScript. */
  text: string;
}

/** The types of every event: a file a resource, one of what they share, one of all of them. */
export function typeFiles(): TypeFile[] {
  return [
    ...namedResources.map((resource) => ({ name: resourceFile(resource), text: resourceText(resource) })),
    { name: "shared.ts", text: sharedText() },
    { name: "index.ts", text: indexText() },
  ];
}

const resourceFile = ({ name }: NamedResource) => `resources/${name.replaceAll("_", "-")}.ts`;

/** `OrderChanged` */
function eventTypeName({ name }: NamedResource, action: ResourceAction): string {
  return `${typeName(name)}${action[0]}${action.slice(1).toLowerCase()}`;
}

function resourceText(resource: NamedResource): string {
  const { definition } = resource;
  const used = new Set<string>();
  const content = [
    docstring([definition.summary, ...(definition.uncertain ?? []).map((text) => `Uncertain: ${text}`)].join(" ")),
    declared(
      contentName(resource),
      plainType(definition.schema, (name) => used.add(name)),
    ),
  ].join("\n");
  const events = actionsOf(definition).map((action) => {
    const { text = "", certainty } = definition.fires[action] ?? {};
    const words = certainty === "inferred" ? `${text} Not documented: inferred.` : text;
    const type = plainType(payloadSchema(definition, action), (name) => used.add(name));
    return `${docstring(words)}\n${declared(eventTypeName(resource, action), type)}`;
  });
  used.delete(contentName(resource));
  return [head, importsOf(used, "../"), content, ...events].join("\n\n");
}

function sharedText(): string {
  const used = new Set<string>();
  const shapes = Object.entries(sharedShapes).map(([name, schema]) =>
    declared(
      name,
      plainType(schema, (other) => used.add(other)),
    ),
  );
  for (const name of Object.keys(sharedShapes)) used.delete(name);
  return [head, importsOf(used, ""), ...shapes].join("\n\n");
}

function indexText(): string {
  const names = namedResources.map((resource) => {
    const events = actionsOf(resource.definition).map((action) => eventTypeName(resource, action));
    return { file: `./${resourceFile(resource)}`, events };
  });
  const payloads = namedResources.flatMap((resource) =>
    actionsOf(resource.definition).map(
      (action) => `"${eventNameOf(resource, action)}": ${eventTypeName(resource, action)};`,
    ),
  );
  return [
    head,
    names.map(({ file, events }) => `import type { ${events.join(", ")} } from "${file}";`).join("\n"),
    ["./shared.ts", ...names.map(({ file }) => file)].map((file) => `export type * from "${file}";`).join("\n"),
    `/** Every documented event, and its payload. */\n${declared("EventPayloads", `{\n${payloads.join("\n")}\n}`)}`,
    `/** \`order.changed\` */\n${declared("EventName", "keyof EventPayloads")}`,
    `${docstring(unionWords)}\n${declared("AppDirectEvent", "EventPayloads[EventName]")}`,
  ].join("\n\n");
}

const head = `// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.`;

const unionWords =
  "The payload of any documented event: `event.resource.type` narrows `event.resource.content`; `event.resourceAction` shows whether there is any.";

const declared = (name: string, type: string) => `export type ${name} = ${type};`;

/** `up` leads to the folder of generated types. */
function importsOf(names: ReadonlySet<string>, up: string): string {
  const from = new Map<string, string[]>();
  for (const name of [...names].toSorted()) {
    const file = fileOf(name, up);
    from.set(file, [...(from.get(file) ?? []), name]);
  }
  return [...from].map(([file, asked]) => `import type { ${asked.join(", ")} } from "${file}";`).join("\n");
}

function fileOf(name: string, up: string): string {
  if (name === "Json" || name === "JsonObject") return `${up}../json.ts`;
  if (Object.hasOwn(sharedShapes, name)) return `${up}shared.ts`;
  const resource = namedResources.find((one) => contentName(one) === name);
  if (resource === undefined) throw new Error(`There is no file of ${name}.`);
  return `${up}${resourceFile(resource)}`;
}
