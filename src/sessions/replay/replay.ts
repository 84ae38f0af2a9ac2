import { type Attempt, type AttemptOptions, Delivery, Statistics } from "../../delivery/index.ts";
import { whenAborted } from "../../waiting.ts";
import { OwedDeliveries, owedKey } from "../owed-deliveries.ts";
import { JournalOnDemand, keptTargets, noJournal } from "../session-journal.ts";
import { atOnce } from "./at-once.ts";
import type { ReplayOptions, ReplayResult, ReplaySurroundings } from "./options.ts";
import { identified } from "./present.ts";
import { Sendings, type Sending } from "./sendings.ts";

/** After a Ctrl-C, what is on its way has so long. */
const graceMs = 2_000;

/** Sends fixtures to targets. What a target does is in the notices and the result; nothing of that is thrown. */
export async function replay(options: ReplayOptions, surroundings: ReplaySurroundings): Promise<ReplayResult> {
  const { clock, env, processes, notify, signal, processId, state } = surroundings;
  const { skipVerify, trusted, targets, timeoutMs, expected } = options;
  const began = clock.elapsed();
  const delivery = new Delivery({ clock, env, processes, skipVerify, trusted, accepted: expected });
  const statistics = new Statistics();
  const onFailure = (cause: Error) => notify({ kind: "warning", about: "journal unwritable", of: "run", cause });
  const parts = { command: "replay", clock, processId, state, fixtures: undefined, targets, onFailure } as const;
  const journal = new JournalOnDemand(parts);
  const keptOf = keptTargets(targets);
  const sendings = new Sendings(options, surroundings, journal);
  const ending = new AbortController();
  whenAborted(signal, () => void clock.sleep(graceMs, ending.signal).then(() => ending.abort()));
  let number = 0;
  const failed = new OwedDeliveries<true>({ bytes: 8 * 1024 ** 2, bytesOf: () => 0 });

  try {
    // From the interruption on, beside what is on its way: that may take all the time there is.
    const rest = new Promise<void>((resolve) => whenAborted(signal, resolve)).then(() =>
      sendings.journalRest(ending.signal),
    );
    await atOnce(options.concurrency, sendings.all(), send, signal);
    if (signal.aborted) await rest;
  } finally {
    ending.abort();
    await delivery.close();
    await journal.close();
  }
  if (!signal.aborted) sendings.warnAtEnd();
  return {
    ...statistics.summary(),
    ...sendings.counts,
    recordedFailures: failed.count,
    durationMs: clock.elapsed() - began,
    interrupted: signal.aborted,
  };

  async function send(sending: Sending): Promise<void> {
    const { name, outgoing, target } = sending;
    const attempt = await deliverIdentified(sending, delivery, { timeoutMs, signal: ending.signal });
    const { event, uuid, file } = outgoing;
    statistics.count(attempt);
    journal.attempted({ event, uuid, file }, keptOf(target), attempt);
    number += 1;
    if (attempt.outcome !== "accepted" || failed.count > 0) settle(sending, attempt);
    notify({ kind: "replayed", number, name, file, event, uuid, target: target.name, attempt });
  }

  /** An event that failed and is delivered when it is sent once more is owed no longer. */
  function settle({ outgoing: { file }, target }: Sending, attempt: Attempt): void {
    const kept = keptOf(target);
    const key = owedKey({ file, number }, kept);
    if (attempt.outcome === "accepted") failed.settle(key);
    else if (file !== undefined && kept.canBeSentToAgain) failed.owe(key, true);
  }
}

async function deliverIdentified(
  { outgoing, target, presenting }: Sending,
  delivery: Delivery,
  options: AttemptOptions & { signal: AbortSignal },
): Promise<Attempt> {
  const ready = presenting === undefined ? outgoing : await identified(outgoing, presenting, options.signal);
  if ("outcome" in ready) return ready;
  const attempt = await delivery.deliver(ready, target, options);
  if (attempt.outcome === "rejected" && attempt.words.status === 401) presenting?.presenter.refused();
  return attempt;
}

/** What `replay` would send, without sending it. */
export async function* previewReplay(
  options: ReplayOptions,
  surroundings: Pick<ReplaySurroundings, "clock" | "random" | "notify">,
): AsyncGenerator<Sending> {
  const sendings = new Sendings(options, surroundings, noJournal, { isPreview: true });
  yield* sendings.all();
  sendings.warnAtEnd();
}
