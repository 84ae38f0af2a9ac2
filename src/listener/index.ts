export type { Authentication, Expected, Verdict } from "./authentication/authentication.ts";
export { authentications, type AuthenticationName } from "./authentication/table.ts";
export { startListener, type ListenerOptions } from "./listener.ts";
export { takeEvent, type Recorded, type Stages } from "./pipeline.ts";
export type { Refusal } from "./receive.ts";
export { Repeats, type EarlierRecording, type Keeping, type Taken } from "./repeats.ts";
export type { RunningServer } from "./server.ts";
