import type { Clock } from "../../clock.ts";
import { isObject, setAt, unsetAt, type Json } from "../../events/index.ts";
import type { Fixture } from "../../fixtures/index.ts";
import type { Random } from "../../random.ts";
import { unchangeable } from "../sentences.ts";
import type { Alteration } from "./options.ts";

/** Changes payloads as asked, and remembers which changes ever found their place. */
export interface Alterer {
  /** Throws `HooksError`: UNREADABLE_FIXTURE where there is no payload to change, BAD_VALUE where a path cannot be. */
  alter(fixture: Fixture): Fixture;
  alterPayload(payload: Json): Json;
  /** With `fresh`, a new uuid and the present time; else the fixture itself. */
  freshen(fixture: Fixture): Fixture;
  /** Paths that found nothing in any payload. */
  unmatched(): string[];
}

export function createAlterer(alteration: Alteration, { clock, random }: { clock: Clock; random: Random }): Alterer {
  const changes = changesOf(alteration);
  const matched = new Set<string>();
  const alterPayload = (payload: Json) =>
    changes.reduce((before, { path, apply }) => {
      const { payload: after, changed } = apply(before);
      if (changed > 0) matched.add(path.text);
      return after;
    }, payload);

  return {
    alterPayload,
    alter: (fixture) => (changes.length === 0 ? fixture : { ...fixture, payload: alterPayload(changeable(fixture)) }),
    freshen(fixture) {
      const payload = alteration.fresh ? changeable(fixture) : undefined;
      if (!isObject(payload)) return fixture;
      return { ...fixture, payload: { ...payload, uuid: random.uuid(), timestamp: clock.now().getTime() } };
    },
    unmatched: () => changes.map(({ path }) => path.text).filter((text) => !matched.has(text)),
  };
}

function changesOf({ set, unset }: Alteration) {
  return [
    ...set.map(({ path, value }) => ({ path, apply: (payload: Json) => setAt(payload, path, value) })),
    ...unset.map((path) => ({ path, apply: (payload: Json) => unsetAt(payload, path) })),
  ];
}

function changeable({ payload, rawBody, event }: Fixture): Json {
  if (payload !== null || rawBody === undefined) return payload;
  throw unchangeable(event);
}
