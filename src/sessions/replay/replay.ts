import { type Attempt, type AttemptOptions, Delivery } from "../../delivery/index.ts";
import { whenAborted } from "../../waiting.ts";
import { JournalOnDemand, noJournal } from "../session-journal.ts";
import { Dispatcher, type Retry } from "./dispatcher.ts";
import { repeated, shuffled } from "./network.ts";
import type { ReplayOptions, ReplayResult, ReplaySurroundings } from "./options.ts";
import { identified, type Presenting } from "./present.ts";
import { Sendings, type Sending } from "./sendings.ts";
import { Tally } from "./tally.ts";
import { timed } from "./timed.ts";

/**
 * Sends fixtures to targets: read, altered, in their order, when they are due. What a target does is in the notices and
 * the result; nothing of that is thrown. After an interruption nothing sets out any more, and what is on its way is
 * waited for.
 */
export async function replay(options: ReplayOptions, surroundings: ReplaySurroundings): Promise<ReplayResult> {
  const { clock, env, processes, notify, signal, processId, state } = surroundings;
  const { skipVerify, trusted, targets, expected, concurrency, selection, resumes, timeoutMs } = options;
  const began = clock.elapsed();
  const delivery = new Delivery({
    clock,
    env,
    processes,
    skipVerify,
    trusted,
    accepted: expected,
    atOnce: concurrency,
  });
  const onFailure = (cause: Error) => notify({ kind: "warning", about: "journal unwritable", of: "run", cause });
  const chosen = { fixtures: undefined, targets, selection, resumes };
  const journal = new JournalOnDemand({ command: "replay", clock, processId, state, ...chosen, onFailure });
  const sendings = new Sendings(options, surroundings, journal);
  const tally = new Tally(targets, { journal, notify });
  const dispatcher = new Dispatcher({ concurrency, clock, signal, send });
  let noted = 0;
  const forget = whenAborted(signal, () => {
    if (dispatcher.running > 0) notify({ kind: "stopping", inFlight: dispatcher.running });
  });
  try {
    const source = timedAsAsked(asNetworksDo(sendings.all(), options, surroundings), options, surroundings);
    const unsent = await dispatcher.run(source);
    for (const { before, ...sending } of unsent)
      if (before !== undefined) tally.ended({ ...sending, attempt: sending.attempt - 1 }, before);
  } finally {
    forget();
    await delivery.close();
    await journal.close({ interrupted: signal.aborted });
  }
  if (!signal.aborted) sendings.warnAtEnd();
  return { ...tally.result(), ...sendings.counts, durationMs: clock.elapsed() - began, interrupted: signal.aborted };

  async function send(next: Sending): Promise<Retry | undefined> {
    // What sets out is in the journal, and so known also where this process does not outlive it.
    if (next.number > noted) {
      journal.flush();
      noted = sendings.number;
    }
    const sending = sendings.freshened(next);
    const { outgoing, target, presenting } = sending;
    const startedAt = clock.elapsed();
    const attempt = await (presenting === undefined
      ? delivery.deliver(outgoing, target, { timeoutMs })
      : deliverIdentified(sending, presenting, delivery, { timeoutMs, signal }));
    const inMs = isOver(attempt) || signal.aborted ? undefined : options.retryWaitsMs?.[sending.attempt - 1];
    const lateMs = sending.dueAt === undefined ? 0 : Math.max(0, startedAt - sending.dueAt);
    tally.count(sending, attempt, { lateMs, inMs, of: (options.retryWaitsMs?.length ?? 0) + 1 });
    if (inMs === undefined) return undefined;
    const { dueAt: _, ...again } = sending;
    return { inMs, sending: { ...again, attempt: sending.attempt + 1, before: attempt } };
  }
}

function isOver(attempt: Attempt): boolean {
  return attempt.outcome === "accepted" || (attempt.outcome === "failed" && attempt.reason === "cancelled");
}

/** Twice and out of order, where that was asked for. */
function asNetworksDo(
  events: AsyncIterable<Iterable<Sending>>,
  { duplicatePercent = 0, shuffle = false }: ReplayOptions,
  { random, networkRandom = random }: Pick<ReplaySurroundings, "random" | "networkRandom">,
): AsyncIterable<Iterable<Sending>> {
  const all = duplicatePercent > 0 ? repeated(events, duplicatePercent, networkRandom) : events;
  return shuffle ? shuffled(all, networkRandom) : all;
}

function timedAsAsked(
  events: AsyncIterable<Iterable<Sending>>,
  { timing }: ReplayOptions,
  { clock, signal }: Pick<ReplaySurroundings, "clock" | "signal">,
): AsyncIterable<Iterable<Sending>> {
  return timing === undefined ? events : timed(events, timing, { clock, signal });
}

/** Once the signal aborts, no access token is waited for; a delivery that is on its way ends by itself. */
async function deliverIdentified(
  { outgoing, target }: Sending,
  presenting: Presenting,
  delivery: Delivery,
  { timeoutMs, signal }: AttemptOptions & { signal: AbortSignal },
): Promise<Attempt> {
  const ready = await identified(outgoing, presenting, signal);
  if ("outcome" in ready) return ready;
  const attempt = await delivery.deliver(ready, target, { timeoutMs });
  if (attempt.outcome === "rejected" && attempt.words.status === 401) presenting.presenter.refused();
  return attempt;
}

/** What `replay` would send, without sending it. */
export async function* previewReplay(
  options: ReplayOptions,
  surroundings: Pick<ReplaySurroundings, "clock" | "random" | "networkRandom" | "notify">,
): AsyncGenerator<Sending> {
  const sendings = new Sendings(options, surroundings, noJournal, { isPreview: true });
  for await (const event of asNetworksDo(sendings.all(), options, surroundings))
    for (const sending of event) yield sendings.freshened(sending);
  sendings.warnAtEnd();
}
