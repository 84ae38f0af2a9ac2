import type { ExitStatus } from "../errors.ts";
import {
  type CatalogEvent,
  type CatalogPart,
  eventsOf,
  fieldRows,
  isObject,
  type JsonObject,
  type NamedResource,
  partOfCatalog,
  payloadSchema,
} from "../events/index.ts";
import { defaultSeededTime, generateEvents } from "../generate/index.ts";
import {
  catalogDetails,
  type CatalogDetails,
  catalogEventDetailsJson,
  catalogEventJson,
  catalogResourceJson,
  createTheme,
  eventList,
  eventListLegend,
} from "../output/index.ts";
import { seededRandom } from "../random.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";

const names = ["open"] as const;
type EventsInput = CommandInput<(typeof names)[number]>;

export const events = defineCommand({
  description: "Lists the events that AppDirect sends; for one event or resource, its fields and a sample.",
  more: "Shows where each is documented, and how certain that is. --json prints one line per event; for one event or resource, one object with `fields` and `sample`.",
  positionals: [
    {
      form: "[event…]",
      help: "subscription.added for its payload, subscription for its content, '*.removed' for a list",
    },
  ],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  firstDay: ["open", "json", "verbose"],
  examples: [
    ["events", "list all events"],
    ["events subscription", "show the fields of a resource"],
    ["events subscription.added", "show one event with its whole payload"],
    ["events order --open", "open AppDirect's page about orders"],
    ["events --json | jq -r 'select(.open).event'", "for programs: events whose content is not documented"],
  ],
  run: runEvents,
});

async function runEvents(input: EventsInput, context: CommandContext): Promise<ExitStatus> {
  const part = partOfCatalog(input.positionals);
  if (input.options.open) {
    await (await import("./events/open-page.ts")).openPageOf(part, input, context);
    return 0;
  }
  if (part.kind === "list") await printList(part.events, input, context);
  else await printOne(part, input, context);
  return 0;
}

async function printList(
  all: readonly CatalogEvent[],
  { options }: EventsInput,
  { terminal, program }: CommandContext,
): Promise<void> {
  if (options.json) return terminal.out(all.map(catalogEventJson).join(""));
  await terminal.out(eventList(all, { theme: await createTheme(terminal.outLevel), width: terminal.outWidth }));
  if (!terminal.outIsTerminal) return;
  terminal.say(
    eventListLegend(program, { theme: await createTheme(terminal.errLevel), width: Math.min(terminal.width, 100) }),
  );
}

async function printOne(
  part: Exclude<CatalogPart, { kind: "list" }>,
  { options }: EventsInput,
  { terminal }: CommandContext,
): Promise<void> {
  const details = part.kind === "event" ? detailsOfEvent(part.event) : detailsOfResource(part.resource);
  if (options.json && part.kind === "event") return terminal.out(catalogEventDetailsJson(part.event, details));
  if (options.json) return terminal.out(catalogResourceJson(details));
  const theme = await createTheme(terminal.outLevel);
  await terminal.out(catalogDetails(details, { theme, width: terminal.outWidth }));
}

function detailsOfEvent(event: CatalogEvent): CatalogDetails {
  const { resource, action, name } = event;
  const fields = fieldRows(payloadSchema(resource.definition, action));
  return { resource, event, fields, sample: samplePayload(name) };
}

function detailsOfResource(resource: NamedResource): CatalogDetails {
  const told = eventsOf(resource).find(({ action }) => action !== "REMOVED");
  const { resource: part } = (told && samplePayload(told.name)) ?? {};
  const sample = isObject(part) ? part["content"] : undefined;
  return { resource, fields: fieldRows(resource.definition.schema), sample };
}

/** The same each time. */
function samplePayload(eventName: string): JsonObject | undefined {
  const [made] = generateEvents([eventName], { random: seededRandom(1), at: defaultSeededTime });
  return made?.payload;
}
