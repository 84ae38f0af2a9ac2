import type { GenericSchema } from "valibot";
import type { JsonObject } from "./json.ts";
import { readContent, type Reading } from "./reading.ts";
import type { Certainty, Fact, ShapeCertainty } from "./schema/certainty.ts";
import type { Story, StoryChange } from "./story/story.ts";

export const resourceActions = ["ADDED", "CHANGED", "REMOVED"] as const;
/** Source: developer.appdirect.com/webhooks/working-with-webhooks/payload */
export type ResourceAction = (typeof resourceActions)[number];

/** What AppDirect's pages and people say, by what the payload says. "Deleted" is the pages' word for REMOVED. */
export const otherActionWords: Readonly<Record<string, ResourceAction>> = {
  CREATE: "ADDED",
  CREATED: "ADDED",
  DELETE: "REMOVED",
  DELETED: "REMOVED",
  EDITED: "CHANGED",
  MODIFIED: "CHANGED",
  UPDATE: "CHANGED",
  UPDATED: "CHANGED",
};

/** One kind of thing on a marketplace that webhooks tell about. To add one: its file here, its line in resources/index.ts. */
export interface ResourceDefinition {
  /** The value of `resource.type`. */
  type: string;
  /** How sure we are that this is what stands in `resource.type`. */
  typeCertainty: Certainty;
  /** Other values of `resource.type` that may mean the same, where the documentation leaves it open. */
  otherTypes?: readonly string[];
  /** One sentence: what it is. */
  summary: string;
  /** Where AppDirect documents it. */
  source: string;
  /** The actions that are sent, and a sentence on when. */
  fires: Readonly<Partial<Record<ResourceAction, Fact>>>;
  /** Path and query of `resource.url` from the marketplace's root, names in braces; missing where nobody says. */
  url?: Fact;
  /** Where the shape of its content comes from. */
  shape: ShapeCertainty;
  /** What of it is not known: a sentence each. */
  uncertain?: readonly string[];
  /** What its content is made of; an open object where that is not documented. */
  schema: GenericSchema;
  /** A few words that tell a person which one it is ("Acme Corp", "CRM Pro"), most telling first. Takes any content. */
  headline(content: JsonObject, names: KnownNames): string[];
  /**
   * What a person looks at first in its content: at most six payload paths below it, by what to call each, most telling
   * first. Those that are empty are passed over. Missing: the first fields that its content has.
   */
  matters?: Readonly<Record<string, string>>;
  /** What to call it where a later event refers to it by its id ("Acme Corp"). Takes any content. */
  nameOf?(content: JsonObject): string | undefined;
  /** One as it stands at a moment of a story; its content is empty where AppDirect documents none that we know of. */
  sample(story: Story): ResourceSample;
  /** What its `added` event says has happened. Nothing that its sample shows, where this is missing. */
  added?: StoryChange;
  /** What may have happened to one for it to be `changed`: a made-up event is about one of these, by seed. */
  changes?: readonly StoryChange[];
}

/** Every value of `resource.type` that may mean the resource, the likeliest first. */
export function typesOf({ type, otherTypes = [] }: Pick<ResourceDefinition, "type" | "otherTypes">): string[] {
  return [type, ...otherTypes];
}

/** The actions that a resource has, in AppDirect's order. */
export function actionsOf({ fires }: Pick<ResourceDefinition, "fires">): ResourceAction[] {
  return resourceActions.filter((action) => fires[action] !== undefined);
}

/**
 * The name that goes with an id, where an earlier event told it: references in AppDirect's payloads are bare ids. Ids of
 * two resources may be the same. `resource`: its name in events, `company`.
 */
export type KnownNames = (resource: string, id: string) => string | undefined;

/** The resource part of a made-up event. */
export interface ResourceSample<Content = unknown> {
  uuid: string;
  /** Path and query of `resource.url`, from the marketplace's root: `/api/billing/v1/orders/1234`. */
  path: string;
  /** JSON. Left out of the payload for REMOVED. */
  content: Content;
}

/** A resource as its file writes it: all that is said of its content is typed by its schema. */
export interface TypedResource<Content> extends Omit<ResourceDefinition, "schema" | "headline" | "nameOf" | "sample"> {
  schema: GenericSchema<unknown, Content>;
  headline(content: Reading<NoInfer<Content>>, names: KnownNames): string[];
  nameOf?(content: Reading<NoInfer<Content>>): string | undefined;
  /** Its content is best made by a function that returns the schema's type: the compiler then knows each word of it. */
  sample(story: Story): ResourceSample<NoInfer<Content>>;
}

export function defineResource<Content>(resource: TypedResource<Content>) {
  const { schema, headline, nameOf, ...rest } = resource;
  return {
    ...rest,
    schema,
    headline: (content: JsonObject, names: KnownNames) => headline(readContent(schema, content), names),
    ...(nameOf !== undefined && { nameOf: (content: JsonObject) => nameOf(readContent(schema, content)) }),
  } satisfies ResourceDefinition;
}
