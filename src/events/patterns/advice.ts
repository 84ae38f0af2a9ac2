import { didYouMean } from "../../errors.ts";
import { eventNames } from "../names.ts";
import { actionsOf, otherActionWords } from "../resource.ts";
import { namedResources } from "../resources/index.ts";

/** What to write instead of a pattern that fits nothing, and what there is. */
export function mendPattern(text: string, exists: (pattern: string) => boolean): string {
  const translated = translate(text);
  const suggestion = exists(translated)
    ? `Did you mean ${translated}?`
    : didYouMean(translated, candidates(translated));
  return [suggestion, whatThereIs(translated)].filter((part) => part !== undefined).join(" ");
}

function translate(text: string): string {
  const [first = "", ...rest] = text.split(".").map((part) => part.trim());
  const actions = rest.map(translateAction);
  if (rest.length === 0 && isAction(translateAction(first))) return `*.${translateAction(first)}`;
  return [first.replaceAll(/[\s-]+/g, "_"), ...actions].join(".");
}

function translateAction(word: string): string {
  const written = word.toUpperCase();
  return Object.hasOwn(otherActionWords, written) ? (otherActionWords[written]?.toLowerCase() ?? word) : word;
}

const isAction = (word: string) => eventNames.some((name) => name.endsWith(`.${word}`));

/** What was perhaps meant: the same resource if there is such a one, else the same action, else anything. */
function candidates(text: string): string[] {
  const [resource = "", action] = text.split(".");
  const actions = ["added", "changed", "removed"];
  if (action === undefined) return [...resourceNames, ...aliases, "unknown", "invalid"];
  if (resource === "*") return actions.map((one) => `*.${one}`);
  if (resourceNames.includes(resource)) return eventNames.filter((name) => name.startsWith(`${resource}.`));
  return action === "*" || isAction(action) ? resourceNames.map((name) => `${name}.${action}`) : [...eventNames];
}

const resourceNames = namedResources.map(({ name }) => name);
const aliases = namedResources
  .flatMap(({ definition }) => definition.otherTypes ?? [])
  .map((type) => type.toLowerCase());

function whatThereIs(text: string): string {
  const [resource = ""] = text.split(".");
  if (resource === "*") return "Actions: added, changed, removed.";
  const known = namedResources.find(({ name }) => name === resource);
  if (known === undefined) return `Resources: ${resourceNames.join(", ")}.`;
  return `Actions of ${resource}: ${actionsOf(known.definition).join(", ").toLowerCase()}.`;
}
