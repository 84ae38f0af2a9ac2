import {
  eventHeadline,
  nameKey,
  namesTold,
  referencedNames,
  type EventDescription,
  textAt,
} from "../../../events/index.ts";
import { changes, type Change } from "../../../fixtures/index.ts";
import { BoundedMap, textBytes } from "./bounded-map.ts";
import { ownText } from "../own-text.ts";

/** What earlier events of the session told: names that go with ids, and the last payload of each resource. */
export class SessionMemory {
  readonly #names = new BoundedMap<string>({ bytes: 512 * 1024, bytesOf: textBytes });
  /** Whole payloads: of few of them the content is looked for. */
  readonly #last = new BoundedMap<{ text: string; at: Date }>({
    bytes: 4 * 1024 ** 2,
    bytesOf: ({ text }) => textBytes(text),
  });

  /** A few words for a person: `["Acme Corp", "CRM Pro"]`. */
  headline(description: EventDescription): string[] {
    for (const [key, name] of namesTold(description))
      if (key.length <= longestKey) this.#names.set(key, ownText(name.slice(0, longestName)));
    return eventHeadline(description, this.#nameOf);
  }

  /** By the field that holds an id: `{ company: "Acme Corp" }`. */
  namesIn(description: EventDescription): Record<string, string> {
    return referencedNames(description, this.#nameOf);
  }

  readonly #nameOf = (resource: string, id: string) => this.#names.get(nameKey(resource, id));

  /** What differs from the last event of the same resource, and when that came. */
  changesIn(
    { resourceUuid, resourceType, content: known }: EventDescription,
    { at, bytes, text }: { at: Date; bytes: number; text: string },
  ): { since: Date; changes: Change[] } | undefined {
    if (resourceUuid === undefined || known === undefined || bytes > largestCompared) return undefined;
    const key = `${resourceType}/${resourceUuid}`;
    if (key.length > longestKey) return undefined;
    const last = this.#last.get(key);
    this.#last.set(key, { text: ownText(text), at });
    if (last === undefined) return undefined;
    const [before, content] = [last.text, text].map((one) => textAt(one, ["resource", "content"]));
    if (before === undefined || content === undefined) return undefined;
    return { since: last.at, changes: changes(before, content) };
  }
}

/** Bytes of a body; AppDirect's are a few thousand. */
const largestCompared = 64 * 1024;
/** An id is 36 characters long, and a sender may make up others. */
const longestKey = 200;
/** More than any view shows of it. */
const longestName = 200;
