export { reached, succeeded, type Attempt, type Failure, type FailureReason } from "./attempt.ts";
export type { StoredEvent } from "./backlog.ts";
export { commandTarget } from "./command-target.ts";
export { createDelivery, type Delivery } from "./deliver.ts";
export { outgoingFromFixture, outgoingFromReceived, type OutgoingEvent } from "./outgoing.ts";
export { parseTarget } from "./parse-target.ts";
export { isLoopback, isPrivate } from "./private-network.ts";
export {
  createTargetQueue,
  type QueueNotice,
  type QueueOptions,
  type QueueOutcome,
  type TargetQueue,
  type Undelivered,
} from "./queue.ts";
export { requestOf, type HttpRequest } from "./sinks/http-request.ts";
export type { AttemptOptions, SinkSurroundings } from "./sinks/index.ts";
export { createStatistics, type Statistics, type Summary } from "./statistics.ts";
export { parseStatuses, type StatusRanges } from "./statuses.ts";
export type { Target, TargetAddress } from "./target.ts";
