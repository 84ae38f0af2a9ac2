export { reached, succeeded, type Attempt, type Failure, type FailureReason } from "./attempt.ts";
export type { StoredEvent } from "./backlog.ts";
export { commandTarget } from "./targets/command/split.ts";
export { createDelivery, type Delivery } from "./deliver.ts";
export { outgoingFromFixture, outgoingFromReceived, type OutgoingEvent } from "./outgoing.ts";
export { parseTarget } from "./parse-target.ts";
export { isLoopback, isPrivate } from "./targets/http/distance.ts";
export {
  createTargetQueue,
  type QueueNotice,
  type QueueOptions,
  type QueueOutcome,
  type TargetQueue,
  type Undelivered,
} from "./queue.ts";
export { requestOf, type HttpRequest } from "./targets/http/request.ts";
export type { AttemptOptions, SinkSurroundings } from "./targets/table.ts";
export { createStatistics, type Statistics, type Summary } from "./statistics.ts";
export { parseStatuses, type StatusRanges } from "./statuses.ts";
export type { Target, TargetAddress } from "./target.ts";
