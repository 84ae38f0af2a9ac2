import { eventHeadline, nameKey, namesTold, type EventDescription, textAt } from "../../../events/index.ts";
import { changes, type Change } from "../../../fixtures/index.ts";

/** What earlier events of the session told: names that go with ids, and the last content of each resource. */
export class SessionMemory {
  readonly #names = new Map<string, string>();
  readonly #contents = new Map<string, { content: string; at: Date }>();

  /** A few words for a person: `["Acme Corp", "CRM Pro"]`. */
  headline(description: EventDescription): string[] {
    for (const [key, name] of namesTold(description)) remember(this.#names, key, name);
    return eventHeadline(description, (resource, id) => this.#names.get(nameKey(resource, id)));
  }

  /** What differs from the last event of the same resource, and when that came. */
  changesIn(
    { resourceUuid, resourceType, content: known }: EventDescription,
    { at, bytes, text }: { at: Date; bytes: number; text: string },
  ): { since: Date; changes: Change[] } | undefined {
    if (resourceUuid === undefined || known === undefined || bytes > largestCompared) return undefined;
    const content = textAt(text, ["resource", "content"]);
    if (content === undefined) return undefined;
    const key = `${resourceType}/${resourceUuid}`;
    const before = this.#contents.get(key);
    remember(this.#contents, key, { content, at });
    return before && { since: before.at, changes: changes(before.content, content) };
  }
}

/** Bytes of a body; AppDirect's are a few thousand. */
const largestCompared = 64 * 1024;

/** Enough for a day of development, and bounded: a sender may make up ids without end. */
const remembered = 500;

function remember<Value>(known: Map<string, Value>, key: string, value: Value): void {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > remembered && oldest !== undefined) known.delete(oldest);
}
