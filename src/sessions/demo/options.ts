import type { AttemptNotice } from "../../marketplace/simulator/index.ts";
import type { Random } from "../../random.ts";
import type { ListenSurroundings } from "../listen/options.ts";
import type { Notice } from "../notice.ts";
import type { ReplayedNotice } from "../replay/options.ts";
import type { CrmContents } from "./crm-handler.ts";

export interface DemoOptions {
  /** Where it records: a temporary folder, made beforehand. */
  folder: string;
  /** Between two events, in ms. */
  pauseMs: number;
}

export interface DemoSurroundings extends Omit<ListenSurroundings, "views" | "state"> {
  random: Random;
  notify(notice: DemoNotice): void;
}

export type DemoStep = "listening" | "purchase" | "retry" | "replay";

export interface StepNotice {
  kind: "step";
  step: DemoStep;
  /** The handler's address. */
  handler: string;
  /** How many times faster than AppDirect's the marketplace's waits pass. */
  timeScale: number;
}

export type DemoNotice =
  | StepNotice
  | { kind: "listener"; notice: Notice }
  | { kind: "handler"; did: string }
  | { kind: "attempt"; notice: AttemptNotice }
  | { kind: "replayed"; notice: ReplayedNotice };

export interface DemoResult {
  /** Events that happened, and those of them that the handler took. */
  sent: number;
  delivered: number;
  /** How often the marketplace tried to deliver them. */
  attempts: number;
  replayed: boolean;
  crm: CrmContents;
  interrupted: boolean;
}
