import type { Clock } from "../../clock.ts";
import type { Criteria } from "../../fixtures/index.ts";
import { eventsIn, selectFixtures, type SelectedFixture } from "../../fixtures/selection/index.ts";
import type { Replayable } from "../../sessions/index.ts";
import type { UnfinishedRun } from "../../state/index.ts";
import { keptCriteria, keptPeriod } from "./kept-selection.ts";

/** What a run was to send and neither it nor a later one came to, chosen once more. */
export interface Rest {
  run: UnfinishedRun;
  /** By their paths. */
  files: ReadonlyMap<string, SelectedFixture>;
  criteria: Criteria;
  /** How many files, or names where that is all that is known, lead nowhere. */
  gone: number;
  /** Whether nothing is left of what was chosen then. */
  isGone: boolean;
  /** Names of files of several events: the journal does not tell which of these were sent. */
  several: readonly string[];
}

export async function restOf(run: UnfinishedRun, clock: Clock): Promise<Rest> {
  const { selection } = run;
  const { cwd, fixtures: folder } = selection;
  const names = selection.names.filter((name) => name !== "-");
  const missing: string[] = [];
  const files = new Map<string, SelectedFixture>();
  const several = new Set<string>();
  let [there, noted] = [0, 0];
  const isLeftOut = (file: string) => {
    if (!run.hasNoted(file)) return false;
    there += 1;
    noted += 1;
    return true;
  };
  const place = { folder, cwd, period: keptPeriod(selection), asOf: new Date(selection.at), missing, clock };
  for await (const one of await selectFixtures(names, { ...place, isLeftOut })) {
    const { file = one.name } = one;
    if (isLeftOut(file)) continue;
    there += 1;
    if (one.isSeveral === true) several.add(one.name);
    else if (run.missing(file).length > 0) files.set(file, one);
  }
  const { count } = selection;
  const gone = count === undefined ? missing.length : count - there - Math.max(0, run.noted - noted);
  const criteria = await keptCriteria(selection);
  return { run, files, criteria, gone: Math.max(0, gone), isGone: there === 0, several: [...several] };
}

/** Its events, read when it is their turn; of those of which `where` tells nothing, none. */
export async function* eventsOfRest(
  { files, criteria }: Rest,
  where: (file: string) => Pick<Replayable, "targets" | "insteadOf"> | undefined,
  clock: Clock,
): AsyncGenerator<Replayable> {
  for await (const { name, file, load } of eventsIn(meant(files, where), { clock })) {
    const place = file === undefined ? undefined : where(file);
    if (file !== undefined && place !== undefined) yield { name, file, load, criteria, ...place };
  }
}

async function* meant(files: Rest["files"], where: (file: string) => unknown): AsyncGenerator<SelectedFixture> {
  for (const [file, one] of files) if (where(file) !== undefined) yield one;
}
