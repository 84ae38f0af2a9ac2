import { notSentAgain, parseTarget, withHeaders, type Target } from "../../delivery/index.ts";
import { readFixture } from "../../fixtures/index.ts";
import { nounFor } from "../../output/index.ts";
import type { Replayable } from "../../sessions/index.ts";
import {
  isSame,
  owedBy,
  readAccount,
  readLastJournal,
  type FailedEvent,
  type JournalLine,
  type JournalTarget,
  type ProjectState,
} from "../../state/index.ts";
import { shownPath, type CommandContext, type CommandInput } from "../command.ts";
import { failedAndNamed, nothingCame, nothingFailed, nothingRun, nothingToSendAgain } from "../sentences/selecting.ts";
import { notPresented } from "./not-presented.ts";

/** What the last `listen` session and the runs since did not deliver, each event to where it failed, or to `--to`. */
export async function failedFixtures(
  { positionals, options }: CommandInput<"to" | "header">,
  { terminal, host }: CommandContext,
  state: ProjectState,
): Promise<{ fixtures: Replayable[]; count: number; targets: Target[] }> {
  if (positionals.length > 0) throw failedAndNamed(positionals);
  const journals = await lastWork(state);
  const { events, unrecorded } = owedBy(journals);
  if (unrecorded > 0) terminal.say(`${unrecorded} undelivered events cannot be resent: they have no file.\n`);
  if (events.length === 0) throw nothingFailed();
  const headers = options.header;
  const chosen = options.to.map((target) => withHeaders(target, headers));
  const known = new Map<string, Target>();
  const targetOf = ({ text }: JournalTarget) => {
    const target = known.get(text) ?? parseTarget(text, { headers });
    known.set(text, target);
    return target;
  };
  const fixtures = events.flatMap(({ file, targets }): Replayable[] => {
    const usable = targets.filter(({ canBeSentToAgain }) => canBeSentToAgain);
    if (chosen.length === 0 && usable.length === 0) return [];
    const name = shownPath(file, host.cwd);
    const load = () => readFixture(file, name);
    const where = chosen.length === 0 ? { targets: usable.map(targetOf) } : { insteadOf: targets };
    return [{ name, file, load, ...where }];
  });
  for (const text of chosen.length > 0 ? [] : leftAside(events)) terminal.say(text);
  if (fixtures.length === 0) throw nothingToSendAgain();
  const failed = events.flatMap(({ targets }) => targets);
  const missing = notPresented(journals.flat(), (target) => failed.some((one) => isSame(one, target)), {
    headers,
    chosen,
  });
  if (missing !== "") terminal.fail(missing);
  return { fixtures, count: fixtures.length, targets: chosen.length > 0 ? chosen : [...known.values()] };
}

/** Of those that were given something: one that nothing came to must not hide what an earlier owes. */
async function lastWork(state: ProjectState): Promise<JournalLine[][]> {
  const journals = await readAccount(state);
  if (journals.length > 0) return journals;
  throw (await readLastJournal(state, ["listen", "replay"])).length > 0 ? nothingCame() : nothingRun();
}

/** The deliveries that this run does not make, in words, for each kind of target those of its kind. */
function leftAside(events: readonly FailedEvent[]): string[] {
  const targets = events.flatMap((event) => event.targets).filter(({ canBeSentToAgain }) => !canBeSentToAgain);
  const kinds = [...new Set(targets.map(({ kind }) => kind))];
  return kinds.map((kind) => {
    const count = targets.filter((target) => target.kind === kind).length;
    return `${count} ${nounFor(count, "delivery", "deliveries")} ${notSentAgain(kind)}.\n`;
  });
}
