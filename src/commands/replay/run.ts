import type { ExitStatus } from "../../errors.ts";
import { everyEvent } from "../../events/index.ts";
import type { Criteria } from "../../fixtures/index.ts";
import { eventsIn } from "../../fixtures/selection/index.ts";
import { projectState, readLastJournal } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import type { ReplayName } from "../replay.ts";
import { readingSurroundings, selected } from "../selecting.ts";
import { failedFixtures } from "./failed-fixtures.ts";
import { keptSelection } from "./kept-selection.ts";
import { planOf } from "./plan.ts";
import { sendFixtures } from "./send.ts";
import { sendingTargets } from "./targets.ts";

/** Sends what was named, or what failed; the status says whether all was taken. Throws what its parts throw. */
export async function runReplay(input: CommandInput<ReplayName>, context: CommandContext): Promise<ExitStatus> {
  const state = projectState(context.host);
  const plan = planOf(input.options, context);
  const own = input.options.to.length === 0 ? ({ haveOwnTargets: true } as const) : {};
  if (input.options.failed) {
    const { resumes, ...failed } = await failedFixtures(input, context, state);
    const isAll = isEvery(plan.criteria);
    const resuming = { ...plan, ...(isAll && resumes.length > 0 && { resumes }) };
    const consignment = { ...failed, areOfLastListen: false, isRecorded: true, plan: resuming, ...own };
    return sendFixtures(consignment, input, context);
  }
  const chosenAt = context.clock.now();
  const selection = await selected(input.positionals, input, context, plan.criteria);
  const fixtures = eventsIn(selection, readingSurroundings(context));
  const isNamed = input.options.to.length > 0;
  const where = sendingTargets(input, isNamed ? [] : await readLastJournal(state, ["listen"]));
  const names = { names: input.positionals, cwd: context.host.cwd, at: chosenAt };
  const kept = { ...plan, selection: keptSelection(names, selection, plan.criteria) };
  return sendFixtures({ fixtures, count: selection.count, ...where, isRecorded: true, plan: kept }, input, context);
}

/** What is left out of the rest of a run stays its rest. */
function isEvery({ events, where, since, until }: Criteria): boolean {
  return events.text === everyEvent.text && where.length === 0 && since === undefined && until === undefined;
}
