export { readAccount, type Account } from "./account/account.ts";
export { isSame, type FailedEvent } from "./account/owed.ts";
export type { UnfinishedRun } from "./account/run.ts";
export {
  form as journalForm,
  readLastJournal,
  type DeliveryResult,
  type JournalLine,
  type JournalTarget,
  type KeptSelection,
  type StartTarget,
} from "./journal.ts";
export { keep, keepFirst, readKept, type KeptSecrets } from "./kept.ts";
export { receivedIn, type ReceivedRecording } from "./received.ts";
export { lastRecordedIn } from "./recorded-in.ts";
export {
  claimKeptTunnel,
  keptTunnelFolder,
  keptTunnels,
  readKeptTunnel,
  removeKeptTunnel,
  writeKeptTunnel,
  type ClaimSurroundings,
  type KeptTunnelRecord,
} from "./kept-tunnels.ts";
export { announceListening, findListening, type Listening } from "./listening.ts";
export type { Journal } from "./writing/journal-writing.ts";
export { openJournal } from "./writing/open-journal.ts";
export { projectState, type ProjectState } from "./project.ts";
export { rememberedTunnels, rememberTunnel, tunnelFolder, type KnownProcess } from "./tunnels.ts";
export { keptWebhookPath } from "./webhook-path.ts";
