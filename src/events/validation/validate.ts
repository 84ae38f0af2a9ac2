import { payloadSchema, undocumentedPayloadSchema } from "../envelope.ts";
import { isObject, type Json } from "../json.ts";
import { actionsOf, type ResourceAction, resourceActions, typesOf } from "../resource.ts";
import { type NamedResource, namedResources, resourceOfType } from "../resources/index.ts";
import { sameWord, wordAdvice } from "./advice.ts";
import { checkValue, type Checking } from "./check-value.ts";
import { envelopeKeys, hasEnvelope, noEnvelopeWords } from "./envelope-keys.ts";
import { foundWords } from "./found-words.ts";
import { integrationEventIn, integrationEventWords } from "./integration-event.ts";
import type { Issue } from "./issue.ts";
import { Problems, type ProblemLimits } from "./problems.ts";
import { type Shape, shapeOf } from "./shape.ts";

export interface ValidateOptions {
  /** Notes are errors too. */
  strict?: boolean;
  /** Leaves notes out, which saves time. */
  errorsOnly?: boolean;
  /** How many errors, and how many notes, are enough; 1,000. */
  most?: number;
  /** Stands where a secret stood, `[redacted]`: fits everything. */
  withheld?: string;
  /** Whether the value of a field of that name is not to be told. */
  isSecret?(name: string): boolean;
  /** A text without the secrets in it; as it is told where this is missing. */
  redact?(text: string): string;
}

export interface Validation {
  /** Whether there is no error. */
  valid: boolean;
  /** In the order of the documented fields, each object's undocumented ones behind them. */
  issues: Issue[];
  /** Whether there were more issues than were enough. */
  isCut: boolean;
}

/** Compares a payload, as parsed from JSON, with what AppDirect documents. Never throws, whatever JSON came. */
export function validatePayload(payload: unknown, options: ValidateOptions = {}): Validation {
  const { strict: isStrict = false, errorsOnly = false, most = defaultMost } = options;
  const { issues, isCut } = problemsIn(payload, options, { most, told: Infinity, isStrict, errorsOnly });
  return { valid: issues.every(({ severity }) => severity === "note"), issues, isCut };
}

/** How many errors a payload has, 1,000 at most, and the first of them: for who needs no words for the others. */
export function errorsIn(
  payload: unknown,
  options: Pick<ValidateOptions, "withheld" | "isSecret" | "redact"> = {},
): { errors: number; first?: Issue } {
  const limits = { most: defaultMost, told: 1, isStrict: false, errorsOnly: true };
  const { errors, issues } = problemsIn(payload, options, limits);
  const [first] = issues;
  return { errors, ...(first && { first }) };
}

const defaultMost = 1_000;

function problemsIn(payload: unknown, options: ValidateOptions, limits: ProblemLimits): Problems {
  const { withheld, isSecret = () => false, redact = (text: string) => text } = options;
  const problems = new Problems(limits);
  checkPayload(payload, { problems, withheld, isSecret, redact });
  return problems;
}

function checkPayload(payload: unknown, checking: Checking): void {
  if (!hasEnvelope(payload)) return tellNoWebhook(payload, checking);
  const type = isObject(payload["resource"]) ? payload["resource"]["type"] : undefined;
  const resource = typeof type === "string" ? resourceMeant(type) : undefined;
  const action = actionMeant(payload["resourceAction"]);
  if (resource === undefined && typeof type === "string" && type !== checking.withheld) tellUnknownType(type, checking);
  if (resource !== undefined && action !== undefined) tellUndocumentedAction(resource, action, checking);
  checkValue(shapeFor(resource, action), payload, undefined, checking);
}

function shapeFor(resource: NamedResource | undefined, action: ResourceAction | undefined): Shape {
  if (resource === undefined) return shapeOf(undocumentedPayloadSchema);
  const event = `${resource.name} ${action}`;
  const shape = shapes.get(event) ?? shapeOf(payloadSchema(resource.definition, action));
  shapes.set(event, shape);
  return shape;
}

/** Made once: a session has many events of one kind. */
const shapes = new Map<string, Shape>();

/** The documented resource of that type, also where it is written in other letters. */
function resourceMeant(type: string): NamedResource | undefined {
  return (
    resourceOfType(type) ?? namedResources.find(({ definition }) => sameWord(type, typesOf(definition)) !== undefined)
  );
}

function actionMeant(action: Json | undefined): ResourceAction | undefined {
  if (typeof action !== "string") return undefined;
  return (
    resourceActions.find((one) => one === action) ??
    resourceActions.find((one) => sameWord(action, [one]) !== undefined)
  );
}

function tellNoWebhook(payload: unknown, { problems }: Checking): void {
  const type = integrationEventIn(payload);
  problems.add("error", () => ({
    kind: "no webhook",
    place: undefined,
    found: type === undefined ? noEnvelopeWords(payload) : integrationEventWords(type),
    documented: `an object with ${envelopeKeys.join(", ")}`,
    ...(type !== undefined && {
      advice: "Integration events go to the vendor of one product; this version accepts only webhooks.",
    }),
  }));
}

function tellUnknownType(type: string, { problems, redact }: Checking): void {
  problems.add("note", () => {
    const types = namedResources.map(({ definition }) => definition.type);
    const advice = wordAdvice(type, types);
    return {
      kind: "unknown word",
      place: { above: { above: undefined, at: "resource" }, at: "type" },
      found: foundWords(type, redact),
      documented: `one of ${types.join(", ")}`,
      ...(advice !== undefined && { advice }),
    };
  });
}

function tellUndocumentedAction(
  { definition }: NamedResource,
  action: ResourceAction,
  { problems, redact }: Checking,
): void {
  const actions = actionsOf(definition);
  if (actions.includes(action)) return;
  problems.add("note", () => ({
    kind: "unknown word",
    place: { above: undefined, at: "resourceAction" },
    found: foundWords(action, redact),
    documented: `of ${definition.type} ${actions.join(" and ")}`,
  }));
}
