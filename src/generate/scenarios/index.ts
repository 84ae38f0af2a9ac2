import { type Duration, parseDuration, unitsMs } from "../../duration.ts";
import { didYouMean } from "../../errors.ts";
import { documentedEvent, type Story } from "../../events/index.ts";
import { type BeginningOptions, beginStory, type SharedBeginning } from "../beginning.ts";
import { type GeneratedEvent, type GenerateOptions, sharedBeginning } from "../generate.ts";
import { generatePayload } from "../payload.ts";
import { noSuchScenario } from "../sentences.ts";
import { scenarioNames } from "./names.ts";
import type { Scenario, ScenarioStep } from "./scenario.ts";
import { scenarios } from "./table.ts";

/**
 * The events of a life cycle, `count` times: the same company, user, product and purchase throughout one, others in the
 * next, which begins when the one before has ended. Made while they are taken.
 * @throws HooksError BAD_VALUE for a scenario that does not exist, and for a locale or a time that nothing can be made
 * for.
 */
export async function generateScenario(name: string, options: GenerateOptions): Promise<Iterable<GeneratedEvent>> {
  const shared = sharedBeginning(options);
  return tellOften(await loadScenario(name), options, shared);
}

/**
 * How long `count` of them take at most, in ms: begun so long ago, none of its events lies in the future.
 * @throws HooksError BAD_VALUE for a scenario that does not exist.
 */
export async function longestScenarioMs(name: string, count: number): Promise<number> {
  const { steps } = await loadScenario(name);
  const longest = steps.map((step, index) => waitOf(step, index)[1]).reduce((sum, ms) => sum + ms, 0);
  return count * (longest + mostBetweenMs);
}

/**
 * The events of a life cycle, in their order.
 * @throws HooksError BAD_VALUE for a scenario that does not exist.
 */
export async function scenarioEvents(name: string): Promise<string[]> {
  return (await loadScenario(name)).steps.map(({ event }) => event);
}

/** Between the end of one life cycle and the beginning of the next. */
const leastBetweenMs = unitsMs.s;
const mostBetweenMs = unitsMs.m;

async function loadScenario(name: string): Promise<Scenario> {
  const entry = Object.entries(scenarios).find(([one]) => one === name.trim().toLowerCase())?.[1];
  if (entry === undefined)
    throw noSuchScenario(name, { suggestion: didYouMean(name, scenarioNames), names: scenarioNames });
  return entry.load();
}

function* tellOften({ steps }: Scenario, options: GenerateOptions, shared: SharedBeginning): Generator<GeneratedEvent> {
  const { random, count = 1 } = options;
  const timed = steps.map((step, index) => ({ step, wait: waitOf(step, index) }));
  let at = options.at;
  for (let round = 0; round < count; round++) {
    for (const event of tellOnce(timed, { ...shared, at })) {
      yield event;
      at = event.at;
    }
    at = new Date(at.getTime() + random.integer(leastBetweenMs, mostBetweenMs));
  }
}

function* tellOnce(steps: readonly TimedStep[], beginning: BeginningOptions): Generator<GeneratedEvent> {
  let story = beginStory(beginning);
  for (const { step, wait } of steps) {
    story = takeStep(story, step, beginning.random.integer(...wait));
    yield { event: step.event, at: story.at, payload: generatePayload(step.event, story) };
  }
}

function takeStep(story: Story, { event, change }: ScenarioStep, waitMs: number): Story {
  const { action, definition } = documentedEvent(event);
  const later = { ...story, at: new Date(story.at.getTime() + waitMs) };
  const happens = change ?? (action === "ADDED" ? definition.added : undefined);
  return happens?.(later) ?? later;
}

interface TimedStep {
  step: ScenarioStep;
  /** Before it, in ms. */
  wait: Range;
}

type Range = [least: number, most: number];

/** Before a step, in ms; the first is the beginning. */
function waitOf({ after }: ScenarioStep, index: number): Range {
  if (after === undefined) return index === 0 ? [0, 0] : [unitsMs.s, 5 * unitsMs.s];
  const [least, most] = typeof after === "string" ? [after, after] : after;
  const range: Range = [toMs(least), toMs(most)];
  if (range[0] > range[1]) throw new RangeError(`A step of a scenario cannot come after "${least}" to "${most}".`);
  return range;
}

/** The type of a duration lets through what is none, such as a negative one: a mistake in a scenario, not of its user. */
function toMs(duration: Duration): number {
  const ms = parseDuration(duration);
  if (ms === undefined) throw new RangeError(`A step of a scenario cannot come after "${duration}".`);
  return ms;
}
