import {
  outgoingFromFixture,
  type Attempt,
  type OutgoingEvent,
  type QueuedEvent,
  type QueueOutcome,
  type StoredEvent,
  type Target,
} from "../../delivery/index.ts";
import { readFixture } from "../../fixtures/index.ts";

/** What is known of an event that is forwarded. */
export interface ForwardedEvent extends Pick<QueuedEvent, "event" | "uuid" | "file" | "withheld"> {
  /** Of its notice. */
  number: number;
}

export interface ForwardedTo {
  target: Target;
  isResent: boolean;
  /** Is told too what becomes of it. */
  also?: (outcome: QueueOutcome) => void;
}

/** One event on its way to one target. Tens of thousands may wait: it holds no more than it takes to tell of it. */
export class Forwarding implements QueuedEvent {
  readonly number: number;
  readonly event: string;
  readonly uuid: string | undefined;
  readonly file: string | undefined;
  readonly withheld: QueuedEvent["withheld"];
  readonly target: Target;
  readonly isResent: boolean;
  readonly #also: ForwardedTo["also"];
  readonly #tell: (forwarding: Forwarding, outcome: QueueOutcome) => void;

  /** `tell` is told first what becomes of it, then who waits for it. */
  constructor(
    { number, event, uuid, file, withheld }: ForwardedEvent,
    { target, isResent, also }: ForwardedTo,
    tell: (forwarding: Forwarding, outcome: QueueOutcome) => void,
  ) {
    this.number = number;
    this.event = event;
    this.uuid = uuid;
    this.file = file;
    this.withheld = withheld;
    this.target = target;
    this.isResent = isResent;
    this.#also = also;
    this.#tell = tell;
  }

  settled(outcome: QueueOutcome): void {
    this.#tell(this, outcome);
    this.#also?.(outcome);
  }
}

/** One that could not be read again was never sent. */
export function attemptOf(
  outcome: Exclude<QueueOutcome, { outcome: "dropped" | "left on disk" | "undelivered" }>,
): Attempt {
  if (outcome.outcome !== "unreadable") return outcome;
  const detail = "its fixture can no longer be read";
  return { outcome: "failed", reason: "cancelled", detail, durationMs: 0 };
}

/** What `--redact` kept from the disk cannot come back from it. */
export async function loadAgain(
  { file, withheld }: StoredEvent,
  sayLeftOut: (places: readonly string[]) => void,
): Promise<OutgoingEvent> {
  const { outgoing, leftOut } = outgoingFromFixture(await readFixture(file), { file, withheld });
  if (leftOut.length > 0) sayLeftOut(leftOut);
  return outgoing;
}
