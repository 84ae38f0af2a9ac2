import { isObject, type Json } from "../json.ts";
import { actionsOf, otherActionWords, resourceActions, typesOf } from "../resource.ts";
import { namedResources, resourceOfType } from "../resources/index.ts";
import { wordAdvice } from "./advice.ts";
import { hasEnvelope, noEnvelopeWords } from "./envelope-keys.ts";
import { foundWords, quoted, type Redact } from "./found-words.ts";
import { integrationEventIn, integrationEventWords } from "./integration-event.ts";

export interface UnknownReasonOptions {
  /** Stands where a secret stood, `[redacted]`: of that nothing is said. */
  withheld?: string;
  /** A text without the secrets in it; as it is told where this is missing. */
  redact?: Redact;
}

/**
 * Why a payload is no event that AppDirect documents, with the value: `resource.type is missing`. Undefined for one that
 * is, and where what is wrong is withheld. Values are shortened, and may hold any character. Never throws.
 */
export function unknownReason(
  payload: Json,
  { withheld, redact = (text) => text }: UnknownReasonOptions = {},
): string | undefined {
  const isAbout = isObject(payload) && Object.hasOwn(payload, "resource");
  const integration = isAbout ? undefined : integrationEventIn(payload);
  if (integration !== undefined) return integrationEventWords(integration);
  if (!isObject(payload)) return `${foundWords(payload)}; a webhook is an object`;
  if (!hasEnvelope(payload)) return noEnvelopeWords(payload);
  const { resource, resourceAction: action } = payload;
  const type = isObject(resource) ? resource["type"] : undefined;
  if (typeof type === "string" && typeof action === "string") {
    const other = otherCase(type, action) ?? otherAction(type, action);
    if (other !== undefined) return other;
  }
  const told = (part: Part) =>
    withheld !== undefined && part.value === withheld ? undefined : partReason(part, redact);
  const parts = [isObject(resource) || resource === undefined ? typePart(type) : resourcePart(resource)];
  const reasons = [...parts, actionPart(action)].map(told).filter((reason) => reason !== undefined);
  return reasons.length === 0 ? undefined : reasons.join("; ");
}

/** `written user/Added; documented as USER/ADDED` */
function otherCase(type: string, action: string): string | undefined {
  const resource = resourceOfType(type.toUpperCase());
  const meant = resource && actionsOf(resource.definition).find((one) => one === action.toUpperCase());
  const documented = `${type.toUpperCase()}/${meant}`;
  if (meant === undefined || documented === `${type}/${action}`) return undefined;
  return `written ${type}/${action}; documented as ${documented}`;
}

/** A documented action that the resource never has. */
function otherAction(type: string, action: string): string | undefined {
  const resource = resourceOfType(type);
  if (resource === undefined || !resourceActions.some((one) => one === action)) return undefined;
  const actions = actionsOf(resource.definition);
  if (actions.some((one) => one === action)) return undefined;
  return `resourceAction "${action}" is not documented for ${type}, which has ${actions.join(" and ")}`;
}

/** What a payload has in one of the places that name its event. */
interface Part {
  path: string;
  value: Json | undefined;
  /** What stands there in a webhook: `text`. */
  form: string;
  /** `type` */
  word: string;
  words: readonly string[];
  otherWords?: Readonly<Record<string, string>>;
}

function typePart(value: Json | undefined): Part {
  const words = namedResources.flatMap(({ definition }) => typesOf(definition));
  return { path: "resource.type", value, form: "text", word: "type", words };
}

function resourcePart(value: Json): Part {
  return { path: "resource", value, form: "an object", word: "resource", words: [] };
}

function actionPart(value: Json | undefined): Part {
  const words = resourceActions;
  return { path: "resourceAction", value, form: "text", word: "action", words, otherWords: otherActionWords };
}

/** Undefined where nothing is wrong with it. */
function partReason({ path, value, form, word, words, otherWords }: Part, redact: Redact): string | undefined {
  if (value === undefined) return `${path} is missing`;
  if (typeof value !== "string" || form !== "text") return `${path} is ${foundWords(value, redact)}, not ${form}`;
  if (words.includes(value)) return undefined;
  const advice = wordAdvice(value, words, otherWords);
  return `${path} ${quoted(value, redact)} is not a documented ${word}${advice === undefined ? "" : ` (${advice.replace(/\.$/, "")})`}`;
}
