import { replayDefaults } from "../../defaults.ts";
import type { ExitStatus } from "../../errors.ts";
import { everyEvent } from "../../events/index.ts";
import { fixtureOfText } from "../../fixtures/index.ts";
import type { Replayable } from "../../sessions/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { sendFixtures, type SendInput } from "../replay/send.ts";
import { sendingTargets } from "../replay/targets.ts";
import type { AlteredEvent } from "./altered-event.ts";

const { times, concurrency } = replayDefaults;

/** What these options would be in `replay`. */
const once = { set: [], unset: [], fresh: false, edit: false, times, concurrency, dryRun: false, report: [] };
const plan = { criteria: { events: everyEvent, where: [] } };
type Once = keyof typeof once;

/** Sends what was made as `replay` would. */
export function sendEvents(
  events: Iterable<AlteredEvent>,
  input: CommandInput<"to" | "header"> & { options: Omit<SendInput["options"], Once>; given: SendInput["given"] },
  context: CommandContext,
): Promise<ExitStatus> {
  return sendFixtures(
    { fixtures: replayables(events), ...sendingTargets(input, []), isRecorded: false, plan },
    { ...input, options: { ...input.options, ...once } },
    context,
  );
}

function* replayables(events: Iterable<AlteredEvent>): Generator<Replayable> {
  let number = 0;
  for (const { event, text, at } of events) {
    number += 1;
    yield { name: `generated #${number}`, load: () => Promise.resolve(fixtureOfText(text, { event, at })) };
  }
}
