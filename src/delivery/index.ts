export {
  reached,
  type Attempt,
  type Failure,
  type FailureReason,
  type PrintedText,
  type TargetAnswer,
} from "./attempt.ts";
export { checkCertificates, Delivery, preloadSinks } from "./deliver.ts";
export { httpAddressOf } from "./targets/http/request.ts";
export { outgoingFromFixture, outgoingFromReceived, type OutgoingEvent } from "./outgoing.ts";
export { parseTarget } from "./parse-target.ts";
export type { QueueOutcome } from "./queue/outcome.ts";
export type { QueueNotice, QueueOptions, QueueRemainder } from "./queue/queue-options.ts";
export { HeldBytes, type HeldLimits, placeBytes } from "./queue/held-bytes.ts";
export { isStored, type QueuedEvent, type StoredEvent } from "./queue/queued-event.ts";
export { TargetQueue } from "./queue/queue.ts";
export { answerTimeoutMs, documentedWaitsMs, retryWaitsMs, unconfirmedWaitsMs } from "./retry-schedule.ts";
export { type Latency, Statistics, type Summary } from "./statistics.ts";
export { parseStatuses, type StatusRanges } from "./statuses.ts";
export { checkTargetHeaders } from "./target-headers.ts";
export { withHeaders, type Target } from "./target.ts";
export type { Distance, KeptAddress, TargetAddress } from "./targets/address.ts";
export type { Preview, TargetKind } from "./targets/kind.ts";
export type { AttemptOptions, Processes, SinkSurroundings, TrustedCertificates } from "./targets/sink.ts";
export { kindNamed, notSentAgain } from "./targets/table.ts";
export { waitForTargets } from "./targets/wait.ts";
