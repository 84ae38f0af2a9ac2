export { describeEvent, type EventDescription, type Payload } from "./event.ts";
export { expandPatterns } from "./expansion.ts";
export { eventHeadline, namesTold } from "./headline.ts";
export { isObject, type Json, type JsonObject } from "./json.ts";
export { eventNames, generatableEventNames } from "./names.ts";
export { parseAssignment, parsePath, type PayloadPath } from "./path-notation.ts";
export { type PayloadChange, setAt, unsetAt, valuesAt } from "./paths.ts";
export { type EventPatterns, everyEvent, joinPatterns, parsePatterns } from "./patterns.ts";
export type { ReceivedEvent } from "./received-event.ts";
export type {
  CompanyIdentity,
  KnownNames,
  ProductIdentity,
  PurchaseIdentity,
  ResourceAction,
  ResourceDefinition,
  Story,
  UserIdentity,
} from "./resource.ts";
export { resourceNamed, type ResourceName, resources } from "./resources/index.ts";
export { cannotMakeUp } from "./sentences.ts";
