import { helpText, options as table, presenting, presentingNames } from "../config/index.ts";
import { HooksError, type ExitStatus } from "../errors.ts";
import {
  defaultMarketplaceUrl,
  defaultSeededTime,
  generateEvents,
  generateScenario,
  type GeneratedEvent,
  longestScenarioMs,
  scenarioNames,
} from "../generate/index.ts";
import { expandPatterns } from "../events/index.ts";
import { Alterer } from "../fixtures/index.ts";
import { warningText } from "../output/index.ts";
import { seededRandom } from "../random.ts";
import { withBearer } from "./replay/bearer.ts";
import { oneTrust } from "./conflict.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";
import type { AlteredEvent } from "./generate/altered-event.ts";
import { printEvents } from "./generate/print.ts";
import { choices, resourcesByActions } from "./generate/choices.ts";
import { nothingNamed, scenarioNamed, tooMuchNamed, withAllEvents } from "./sentences/generating.ts";

const names = [
  ...(["all", "scenario", "countOfEach", "seed", "at", "marketplaceUrl", "locale", "out"] as const),
  ...(["set", "unset"] as const),
  ...(["to", "header", "bearer"] as const),
  ...presentingNames,
  ...(["timeout", "expect", "wait", "skipVerify", "cacert"] as const),
];
type GenerateName = (typeof names)[number];

const own = {
  ...presenting,
  // A variable that somebody set for `replay` would make it send.
  to: {
    help: async () => `send instead of printing; ${await helpText(table.to)}`,
    brief: "send to this target instead of printing",
    variable: false,
  },
  marketplaceUrl: { default: defaultMarketplaceUrl },
} as const;
type GenerateInput = CommandInput<GenerateName, typeof own>;

export const generate = defineCommand({
  description: "Generates sample events as AppDirect documents them.",
  more: "Prints, writes or sends them. The events of a scenario are a whole life cycle: they have the same company, users and ids.",
  positionals: [{ form: "[events…]", help: "names or patterns: subscription.added, user, '*.removed'" }],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  own,
  firstDay: ["scenario", "all", "countOfEach", "seed", "at", "locale", "set", "out", "to", "json"],
  choices,
  examples: [
    ["generate subscription.added", "print one"],
    ["generate user.added --count 100 --to 3000", "send a hundred to http://localhost:3000/"],
    ["generate --scenario purchase --out fixtures", "write a life cycle as fixtures"],
    [
      "generate subscription.changed --set resource.content.status=SUSPENDED --seed 1",
      "print one with your own values, the same each time",
    ],
  ],
  conflicts: [
    {
      both: ["out", "to"],
      message: "--out and --to cannot be combined: one writes, the other sends.",
      hint: "Keep one of them; replay sends what --out wrote.",
    },
    { both: ["bearer", "auth"], message: "--bearer and --auth both say how to identify this program." },
    oneTrust,
    {
      only: ["expect", "wait", "timeout", "header", "bearer", ...presentingNames, "skipVerify", "cacert"],
      beside: ["to"],
      purpose: "a handler",
    },
  ],
  run: runGenerate,
});

async function runGenerate(input: GenerateInput, context: CommandContext): Promise<ExitStatus> {
  const alterer = new Alterer({ set: input.options.set, unset: input.options.unset, fresh: false }, context);
  const events = altered(await eventsOf(input, context), alterer);
  if (input.options.to.length > 0)
    return (await import("./generate/send.ts")).sendEvents(events, withBearer(input), context);
  if (input.options.out !== undefined)
    await (await import("./generate/write.ts")).writeEvents(events, input.options.out, input, context);
  else await printEvents(events, input, context);
  for (const doubt of alterer.doubts()) context.terminal.fail(`! ${warningText(doubt).message}\n`);
  return 0;
}

async function eventsOf(
  { positionals, options }: GenerateInput,
  { clock, random, program }: CommandContext,
): Promise<Iterable<GeneratedEvent>> {
  const { scenario, all, seed, countOfEach: count = 1, marketplaceUrl, locale } = options;
  const asked = [scenario !== undefined, all, positionals.length > 0].filter(Boolean).length;
  if (asked === 0) throw nothingNamed({ program, scenarios: scenarioNames, resources: resourcesByActions() });
  if (asked > 1) throw tooMuchNamed();
  const mistaken = scenarioNames.find((name) => positionals.some((word) => word.toLowerCase() === name));
  if (mistaken !== undefined) throw scenarioNamed(mistaken, program);
  const eventNames = scenario === undefined ? expanded(all ? ["*"] : positionals, program) : [];
  const spanMs =
    scenario === undefined ? (eventNames.length * count - 1) * longestStepMs : await longestScenarioMs(scenario, count);
  const now = clock.now();
  const at = options.at?.(now) ?? (seed === undefined ? new Date(now.getTime() - spanMs) : defaultSeededTime);
  const making = { random: seed === undefined ? random : seededRandom(seed), at, count, marketplaceUrl, locale };
  return scenario === undefined ? generateEvents(eventNames, making) : generateScenario(scenario, making);
}

/** Throws `HooksError` UNKNOWN_EVENT. */
function expanded(patterns: readonly string[], program: string): string[] {
  try {
    return expandPatterns(patterns);
  } catch (cause) {
    throw cause instanceof HooksError ? withAllEvents(cause, program) : cause;
  }
}

/** So that nothing that is made up now lies in the future: events follow each other by so much at most. */
const longestStepMs = 5_000;

function* altered(events: Iterable<GeneratedEvent>, alterer: Alterer): Generator<AlteredEvent> {
  for (const { event, at, payload } of events) yield { event, at, text: alterer.alterMade(payload) };
}
