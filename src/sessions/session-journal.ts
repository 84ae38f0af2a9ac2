import { succeeded, type Attempt, type StatusRanges, type Target } from "../delivery/index.ts";
import type { Clock } from "../clock.ts";
import { redactQuery } from "../fixtures/index.ts";
import { openJournal, type Journal, type Presented, type StatePlace } from "../state/index.ts";

/** The event that a line of the journal is about. */
export interface JournalEvent {
  event: string;
  uuid?: string;
  file?: string;
}

export interface SessionJournal {
  received(event: JournalEvent, takers: readonly Target[]): void;
  refused(reason: string): void;
  attempted(event: JournalEvent, target: Target, attempt: Attempt, expected?: StatusRanges): void;
  close(): Promise<void>;
}

export interface SessionJournalParts {
  command: "listen" | "replay";
  clock: Clock;
  processId: number;
  state: StatePlace | undefined;
  fixtures: string | undefined;
  targets: readonly Target[];
  onFailure(cause: Error): void;
}

/** Writes what `replay --failed` and the summaries of later commands read; without a state folder, nothing. */
export async function openSessionJournal(parts: SessionJournalParts): Promise<SessionJournal> {
  const { clock, state, command, processId, onFailure, fixtures = "", targets } = parts;
  const at = () => clock.now().toISOString();
  const journal = state && (await openJournal(state, { command, at: clock.now(), processId, onFailure }));
  const presented = presentedTo(targets);
  journal?.write({ type: "start", at: at(), command, fixtures, targets: targets.map(typedForm), ...presented });
  return {
    received: (event, takers) =>
      journal?.write({ type: "received", at: at(), ...event, targets: takers.map(addressOf) }),
    refused: (reason) => journal?.write({ type: "refused", at: at(), reason }),
    attempted: (event, target, attempt, expected) =>
      journal?.write({
        type: "delivery",
        at: at(),
        ...event,
        target: addressOf(target),
        ...resultOf(attempt, expected),
      }),
    close: () => closeJournal(journal, at()),
  };
}

/** The same, opened with its first line: a run that comes to send nothing does not hide the last one from `--failed`. */
export function journalOnDemand(parts: SessionJournalParts): SessionJournal {
  let opened: Promise<SessionJournal> | undefined;
  const write = (act: (journal: SessionJournal) => void) => void (opened ??= openSessionJournal(parts)).then(act);
  return {
    received: (...what) => write((journal) => journal.received(...what)),
    refused: (...what) => write((journal) => journal.refused(...what)),
    attempted: (...what) => write((journal) => journal.attempted(...what)),
    close: async () => (await opened)?.close(),
  };
}

/** Whether `replay --failed` can send to it what it did not take: not to a command, nor to an address with a secret. */
export function canBeSentToAgain({ address }: Target): boolean {
  return address.kind === "http" && redactQuery(address.url) === address.url;
}

function presentedTo(targets: readonly Target[]): { presented?: Presented[] } {
  const all = targets.map((target): Presented => {
    const credentials = target.address.kind === "http" && target.address.authorization !== undefined;
    return { target: addressOf(target), credentials, headers: target.headers.map(([name]) => name.toLowerCase()) };
  });
  const presented = all.filter(({ credentials, headers }) => credentials || headers.length > 0);
  return presented.length > 0 ? { presented } : {};
}

/** With the events it gets, as it can be typed again. */
function typedForm(target: Target): string {
  const isHttp = target.address.kind === "http";
  return isHttp && target.patterns.text !== "*" ? `${target.patterns.text}=${addressOf(target)}` : addressOf(target);
}

/** Never with a secret: one in the query is `[redacted]`, and such an address cannot be used again. */
function addressOf({ address }: Target): string {
  return address.kind === "http" ? redactQuery(address.url) : `command: ${address.command}`;
}

function resultOf(attempt: Attempt, expected?: StatusRanges) {
  const delivered = succeeded(attempt, expected);
  const ms = Math.round(attempt.durationMs);
  if (attempt.outcome === "answered") return { delivered, ms, status: attempt.status };
  if (attempt.outcome === "exited") return { delivered, ms, status: attempt.exitCode };
  return { delivered, ms, error: attempt.reason };
}

async function closeJournal(journal: Journal | undefined, at: string): Promise<void> {
  journal?.write({ type: "end", at });
  await journal?.close();
}
