import { systemClock } from "../../src/clock.ts";
import { parseTarget } from "../../src/delivery/index.ts";
import { everyEvent, parseAssignment, parsePath } from "../../src/events/index.ts";
import type { Fixture } from "../../src/fixtures/index.ts";
import { seededRandom } from "../../src/random.ts";
import { replay, type Replayable, type ReplayNotice, type ReplayOptions } from "../../src/sessions/index.ts";
import type { ReplayResult, ReplaySurroundings } from "../../src/sessions/index.ts";
import { processes } from "./processes.ts";
import { someFixture } from "./some-fixture.ts";

/** Options to send these fixtures to an address once, one at a time. */
export function replayOptions(
  fixtures: ReplayOptions["fixtures"],
  to: string | readonly string[],
  different: Partial<ReplayOptions> = {},
): ReplayOptions {
  return {
    fixtures,
    targets: [to].flat().map((address) => parseTarget(address)),
    criteria: { events: everyEvent, where: [] },
    alteration: { set: [], unset: [], fresh: false },
    times: 1,
    concurrency: 1,
    timeoutMs: 30_000,
    expected: [{ from: 200, to: 299 }],
    skipVerify: false,
    ...different,
  };
}

export interface ReplayRun {
  notices: ReplayNotice[];
  result: Promise<ReplayResult>;
}

/** Starts a replay, and keeps what it says. */
export function startReplay(options: ReplayOptions, different: Partial<ReplaySurroundings> = {}): ReplayRun {
  const notices: ReplayNotice[] = [];
  const surroundings = {
    clock: systemClock,
    random: seededRandom(1),
    env: {},
    processes,
    processId: process.pid,
    signal: new AbortController().signal,
    ...different,
    notify(notice: ReplayNotice) {
      notices.push(notice);
      different.notify?.(notice);
    },
  };
  return { notices, result: replay(options, surroundings) };
}

/** A fixture that was selected: of the file with this name, unless it came in none. */
export function replayable(fixture: Partial<Fixture>, name = "a.json"): Replayable {
  return { name, file: `/fixtures/${name}`, load: async () => someFixture(fixture) };
}

/** So many events, each told from the others by its number in `note`. */
export function numbered(count: number): Replayable[] {
  return Array.from({ length: count }, (_, number) => {
    return replayable({ event: "user.added", payload: { note: number } }, `${number}.json`);
  });
}

export function alteration(typed: { set?: string[]; unset?: string[]; fresh?: boolean }): ReplayOptions["alteration"] {
  const { set = [], unset = [], fresh = false } = typed;
  return { set: set.map(parseAssignment), unset: unset.map(parsePath), fresh };
}
