import { assert, constantFrom, integer, property } from "fast-check";
import { expect, test } from "vitest";
import { eventNames, validatePayload } from "../../src/events/index.ts";
import { defaultSeededTime, generateEvents, type GeneratedEvent } from "../../src/generate/index.ts";
import { seededRandom } from "../../src/random.ts";

const make = (names: readonly string[], seed: number): GeneratedEvent[] => [
  ...generateEvents(names, { random: seededRandom(seed), at: defaultSeededTime }),
];
const bytes = (events: readonly GeneratedEvent[]) => JSON.stringify(events.map(({ payload }) => payload));
/** Of each event; `SEEDS=1000` for more. */
const seeds = Number(process.env["SEEDS"] ?? 100);
const anySeed = integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

test.each(eventNames)("for any seed %s is valid, strictly, and the same bytes when it is made again", (name) => {
  assert(
    property(anySeed, (seed) => {
      const events = make([name], seed);
      for (const { payload } of events) {
        const { issues } = validatePayload(payload, { strict: true });
        if (issues.length > 0) expect(issues).toEqual([]);
      }
      return bytes(make([name], seed)) === bytes(events);
    }),
    { numRuns: seeds },
  );
});

test("for 100 seeds an event has the same bytes, whatever other was made in between", () => {
  assert(
    property(anySeed, constantFrom(...eventNames), constantFrom(...eventNames), (seed, name, between) => {
      const before = bytes(make([name], seed));
      make([between], seed);
      return bytes(make([name], seed)) === before;
    }),
    { numRuns: 100 },
  );
});

test("the same seed gives the same bytes of all events together", () => {
  assert(
    property(anySeed, (seed) => bytes(make(eventNames, seed)) === bytes(make(eventNames, seed))),
    { numRuns: 25 },
  );
});
