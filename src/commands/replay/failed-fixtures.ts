import type { Clock } from "../../clock.ts";
import { parseTarget, withHeaders, type Target } from "../../delivery/index.ts";
import type { HeaderList } from "../../endpoint.ts";
import { everyEvent } from "../../events/index.ts";
import { readFixture } from "../../fixtures/index.ts";
import type { Replayable } from "../../sessions/index.ts";
import {
  isSame,
  readAccount,
  readLastJournal,
  type Account,
  type JournalTarget,
  type ProjectState,
  type StartTarget,
} from "../../state/index.ts";
import { shownPath, type CommandContext, type CommandInput } from "../command.ts";
import {
  failedAndNamed,
  nothingCame,
  nothingFailed,
  nothingRun,
  nothingToSendAgain,
  onlyUnreachable,
  stillRunning,
} from "../sentences/selecting.ts";
import { accountLines, leftAside, restLines } from "./failed-lines.ts";
import { notPresented } from "./not-presented.ts";
import { eventsOfRest, restOf, type Rest } from "./rest.ts";
import { typed } from "./targets.ts";

export interface FailedFixtures {
  fixtures: AsyncIterable<Replayable>;
  count: number;
  targets: Target[];
  /** Journals of runs of which all the rest is among them. */
  resumes: string[];
}

/**
 * What the last `listen` session and the runs since did not deliver, or did not come to, each event to where it failed or
 * was to go, or to `--to`.
 */
export async function failedFixtures(
  { positionals, options }: CommandInput<"to" | "header">,
  { terminal, host, clock }: CommandContext,
  state: ProjectState,
): Promise<FailedFixtures> {
  if (positionals.length > 0) throw failedAndNamed(positionals);
  const account = await lastWork(state, (processId, since) => host.isAlive(processId, since));
  const rests: Rest[] = [];
  for (const run of account.unfinished) rests.push(await restOf(run, clock));
  const chosen = options.to.map((target) => withHeaders(target, options.header));
  const where = chosen.length > 0 ? new Elsewhere(account, rests, chosen) : new Again(account, rests, options.header);
  const counts = rests.map((rest) => [...rest.files.keys()].filter((file) => where.ofRest(rest, file)).length);
  const [now, cwd] = [clock.now(), host.cwd];
  for (const line of accountLines(account, now)) terminal.say(`${line}\n`);
  for (const line of rests.flatMap((rest, at) => restLines(rest, counts[at] ?? 0, now))) terminal.say(`${line}\n`);
  for (const line of chosen.length > 0 ? [] : leftAside(account, rests)) terminal.say(`${line}\n`);
  const owed = account.events.filter(({ file }) => where.ofOwed(file) !== undefined);
  const count = counts.reduce((sum, one) => sum + one, owed.length);
  const isStillOwed = rests.some(
    ({ run, gone, several }) => gone > 0 || several.length > 0 || run.selection.names.includes("-"),
  );
  if (count === 0 && account.running.length > 0) throw stillRunning();
  if (count === 0 && account.events.length === 0) throw isStillOwed ? onlyUnreachable() : nothingFailed();
  if (count === 0) throw nothingToSendAgain();
  const missing = notPresented(account.targets, isMeant(account, rests), { headers: options.header, chosen });
  if (missing !== "") terminal.fail(missing);
  const fixtures = allEvents({ owed: owed.map(({ file }) => file), rests, where, cwd, clock });
  // What is gone may come back, and is owed then.
  const resumed = rests.filter(({ run, gone }) => gone === 0 && where.isAllOf(run.targets));
  const resumes = resumed.map(({ run }) => run.journal);
  return { fixtures, count, targets: where.targets, resumes };
}

/** Of those that were given something: one that nothing came to must not hide what an earlier owes. */
async function lastWork(state: ProjectState, isAlive: Parameters<typeof readAccount>[1]): Promise<Account> {
  const account = await readAccount(state, isAlive);
  if (account !== undefined) return account;
  throw (await readLastJournal(state, ["listen", "replay"])).length > 0 ? nothingCame() : nothingRun();
}

function isMeant(account: Account, rests: readonly Rest[]): (target: JournalTarget) => boolean {
  const ofRests = rests.flatMap(({ run, files }) => (files.size > 0 ? run.targets : []));
  const meant = [...new Set(account.events.flatMap(({ targets }) => targets)), ...ofRests];
  return (target) => meant.some((one) => isSame(one, target));
}

interface AllEvents {
  owed: readonly string[];
  rests: readonly Rest[];
  where: Where;
  cwd: string;
  clock: Clock;
}

/** What was come to before what was not. */
async function* allEvents({ owed, rests, where, cwd, clock }: AllEvents): AsyncGenerator<Replayable> {
  for (const file of owed) {
    const name = shownPath(file, cwd);
    yield { name, file, load: () => readFixture(file, name), ...where.ofOwed(file) };
  }
  for (const rest of rests) yield* eventsOfRest(rest, (file) => where.ofRest(rest, file), clock);
}

type Place = Pick<Replayable, "targets" | "insteadOf">;

/** Where events go. Undefined where one goes nowhere, or went there among those before. */
interface Where {
  readonly targets: Target[];
  ofOwed(file: string): Place | undefined;
  ofRest(rest: Rest, file: string): Place | undefined;
  /** Whether all that these targets were to get is sent. */
  isAllOf(targets: readonly StartTarget[]): boolean;
}

/** To where it failed, or was to go. */
class Again implements Where {
  readonly #account: Account;
  readonly #rests: readonly Rest[];
  readonly #headers: HeaderList;
  readonly #known = new Map<string, Target>();

  constructor(account: Account, rests: readonly Rest[], headers: HeaderList) {
    this.#account = account;
    this.#rests = rests;
    this.#headers = headers;
  }

  get targets(): Target[] {
    return [...this.#known.values()];
  }

  ofOwed(file: string): Place | undefined {
    return this.#placeOf(this.#account.owedAt(file));
  }

  ofRest(rest: Rest, file: string): Place | undefined {
    const earlier = this.#rests.slice(0, this.#rests.indexOf(rest)).filter(({ files }) => files.has(file));
    const sent = [...this.#account.owedAt(file), ...earlier.flatMap(({ run }) => run.missing(file))];
    return this.#placeOf(rest.run.missing(file).filter((target) => !sent.some((one) => isSame(one, target))));
  }

  isAllOf(targets: readonly StartTarget[]): boolean {
    return targets.every(({ canBeSentToAgain }) => canBeSentToAgain);
  }

  #placeOf(targets: readonly (JournalTarget & { patterns?: string })[]): Place | undefined {
    const usable = targets.filter(({ canBeSentToAgain }) => canBeSentToAgain);
    return usable.length === 0 ? undefined : { targets: usable.map((target) => this.#targetOf(target)) };
  }

  #targetOf({ text: address, patterns = everyEvent.text }: JournalTarget & { patterns?: string }): Target {
    const text = typed({ text: address, patterns });
    const target = this.#known.get(text) ?? parseTarget(text, { headers: this.#headers });
    this.#known.set(text, target);
    return target;
  }
}

/** To other targets instead. */
class Elsewhere implements Where {
  readonly #account: Account;
  readonly #rests: readonly Rest[];
  readonly targets: Target[];

  constructor(account: Account, rests: readonly Rest[], targets: Target[]) {
    this.#account = account;
    this.#rests = rests;
    this.targets = targets;
  }

  ofOwed(file: string): Place | undefined {
    return this.#insteadOf(file);
  }

  ofRest(rest: Rest, file: string): Place | undefined {
    const first = this.#rests.find(({ files }) => files.has(file));
    return first !== rest || this.#account.owedAt(file).length > 0 ? undefined : this.#insteadOf(file);
  }

  isAllOf(): boolean {
    return this.targets.some(({ patterns }) => patterns.text === everyEvent.text);
  }

  /** Owed by what was not delivered, and by each run that did not come to it. */
  #insteadOf(file: string): Place {
    const missing = this.#rests.flatMap(({ run, files }) => (files.has(file) ? run.missing(file) : []));
    const insteadOf = missing.map(({ kind, text, canBeSentToAgain, number }) => {
      return { kind, text, canBeSentToAgain, number };
    });
    return { insteadOf: [...this.#account.owedAt(file), ...insteadOf] };
  }
}
