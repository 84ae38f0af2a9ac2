export {
  type CatalogEvent,
  type CatalogPart,
  catalogResources,
  eventsOf,
  isUndocumented,
  partOfCatalog,
} from "./catalog.ts";
export { payloadSchema } from "./envelope.ts";
export { describeEvent, resourceKeyOf, uuidOf, type EventDescription, type Payload } from "./event.ts";
export { documentedEvent, expandPatterns } from "./expansion.ts";
export { eventHeadline, nameKey, namesTold, referencedNames } from "./headline.ts";
export { isObject, type Json, type JsonObject } from "./json.ts";
export { moneyText } from "./money.ts";
export { eventNames } from "./names.ts";
export { editText, type Place, type PlaceEdit, textsAt } from "./json-text/edit.ts";
export { compactJson, indentedJson } from "./json-text/layout.ts";
export { itemSpansOf, spanAt, textAt, textItems, textMembers } from "./json-text/read.ts";
export { endOfString, type Span } from "./json-text/spans.ts";
export { meantPath } from "./json-text/meant-path.ts";
export { setInText, type SetText } from "./json-text/set.ts";
export { unsetInText } from "./json-text/unset.ts";
export {
  type Assignment,
  parseAssignment,
  parsePath,
  pathNotation,
  type PathStep,
  type PayloadPath,
} from "./path-notation.ts";
export { areSamePatterns, parsePatterns } from "./patterns/patterns.ts";
export { type EventPatterns, everyEvent } from "./patterns/every-event.ts";
export { readPatterns, readTogether } from "./patterns/later.ts";
export type { ReceivedEvent } from "./received-event.ts";
export type { KnownNames, ResourceAction, ResourceDefinition } from "./resource.ts";
export type { NamedResource, ResourceName } from "./resources/index.ts";
export { type Matter, mattersIn } from "./resources/matters.ts";
export type { Certainty, Fact, ShapeCertainty } from "./schema/certainty.ts";
export { type FieldRow, fieldRows } from "./schema/field-rows.ts";
export { envelopeKeys, hasEnvelope } from "./validation/envelope-keys.ts";
export { type Issue, type IssueKind, issueSentence } from "./validation/issue.ts";
export { unknownReason } from "./validation/unknown-reason.ts";
export { type ValidateOptions, errorsIn, validatePayload, type Validation } from "./validation/validate.ts";
export { happenings } from "./story/happenings.ts";
export type { Story, StoryChange } from "./story/story.ts";
