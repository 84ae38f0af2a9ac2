export { holdTunnel } from "./kept/hold.ts";
export { askStatus, statusOf, stopHolder } from "./kept/holder-link.ts";
export { keptTunnelProvider } from "./kept/kept-tunnel.ts";
export { keptForm, type HolderStatus } from "./kept/messages.ts";
export { LineSource } from "./kept/plan.ts";
export { socketIn } from "./kept/control.ts";
export { startHolder, type HoldAnswer, type HoldRequest } from "./kept/start-holder.ts";
export type { ResentDeliveries } from "./listen/forwarder.ts";
export type { ListenResult } from "./listen/end-session.ts";
export { startListening, type ListenSession } from "./listen/listen.ts";
export { HeldNotices } from "./listen/telling/held-notices.ts";
export { openPlaces } from "./listen/open-places.ts";
export type { Ending, ListenOptions, ListenTunnel, ListenSurroundings } from "./listen/options.ts";
export { writeReadyFile, type ReadyFacts } from "./listen/ready.ts";
export type {
  DeliveryNotice,
  EndNotice,
  EventNotice,
  Notice,
  NoticeListener,
  ReadyNotice,
  RefusedNotice,
  NamedTarget,
  TunnelNotice,
} from "./notice.ts";
export type { Warning } from "./warning.ts";
export type {
  FailedExample,
  Replayable,
  ReplayedNotice,
  ReplayNotice,
  ReplayOptions,
  ReplayResult,
  ReplaySurroundings,
  RetryingNotice,
  Timing,
} from "./replay/options.ts";
export { areSentAsTheyLie, openPreparingThread } from "./replay/preparing/open-thread.ts";
export { previewReplay, replay } from "./replay/replay.ts";
export { readyFileUnwritable } from "./sentences.ts";
export type { Sending } from "./replay/sendings.ts";
export type { TunnelTrouble } from "../tunnel/index.ts";
