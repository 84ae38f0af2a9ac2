import { preloadSinks } from "../../delivery/index.ts";
import type { ExitStatus } from "../../errors.ts";
import { meansAll } from "../../fixtures/index.ts";
import { eventsIn, type SelectedFixture } from "../../fixtures/selection/index.ts";
import { projectState, readLastJournal } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import type { ReplayName } from "../replay.ts";
import { editAndStandardInput } from "../sentences/editing.ts";
import { readingSurroundings, selected } from "../selecting.ts";
import { withBearer } from "./bearer.ts";
import { failedFixtures } from "./failed-fixtures.ts";
import { keptSelection } from "./kept-selection.ts";
import { planOf } from "./plan.ts";
import { openPreparing } from "./preparing.ts";
import { sendFixtures } from "./send.ts";
import { keepMemorySteady } from "./steady-memory.ts";
import { sendingTargets } from "./targets.ts";
import { namedToWatch, watchedPlaces } from "./watch/watched.ts";

/** Sends what was named, or what failed; the status says whether all was taken. Throws what its parts throw. */
export async function runReplay(given: CommandInput<ReplayName>, context: CommandContext): Promise<ExitStatus> {
  const input = withBearer(given);
  if (input.options.edit && input.positionals.includes("-")) throw editAndStandardInput();
  keepMemorySteady();
  if (!input.options.dryRun) preloadSinks(input.options.to);
  const state = projectState(context.host);
  const plan = planOf(input.options, context);
  const own = input.options.to.length === 0 ? ({ haveOwnTargets: true } as const) : {};
  if (input.options.failed) {
    const { resumes, ...failed } = await failedFixtures(input, context, state);
    // What is left out of the rest of a run stays its rest.
    const resuming = { ...plan, ...(meansAll(plan.criteria) && resumes.length > 0 && { resumes }) };
    const consignment = { ...failed, areOfLastListen: false, isRecorded: true, plan: resuming, ...own };
    return sendFixtures(consignment, input, context);
  }
  const chosenAt = context.clock.now();
  const { names, watch } = namedToWatch(input.positionals, input.options.watch);
  const selection = await selected(names, input, context, plan.criteria);
  const isNamed = input.options.to.length > 0;
  const where = sendingTargets(input, isNamed ? [] : await readLastJournal(state, ["listen"]));
  const { count } = selection;
  const preparing = openPreparing({ count, criteria: plan.criteria, targets: where.targets }, input.options);
  const again = () => eventsIn(selection, { ...readingSurroundings(context), ahead: preparing });
  const kept = keptSelection({ names, cwd: context.host.cwd, at: chosenAt }, selection, plan.criteria);
  const sent = { ...where, count, isRecorded: true, plan: { ...plan, selection: kept } };
  try {
    if (watch === undefined) return await sendFixtures({ ...sent, fixtures: again() }, input, context);
    const chosen: SelectedFixture[] = [];
    for await (const one of selection) chosen.push(one);
    const places = await watchedPlaces(watch, chosen, { host: context.host, fixtures: input.options.fixtures });
    return await sendFixtures({ ...sent, fixtures: again(), watch: { places, again } }, input, context);
  } finally {
    await preparing?.close();
  }
}
