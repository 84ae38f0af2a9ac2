import type { ProjectState } from "../state/index.ts";
import type { TunnelSettings, TunnelSurroundings } from "../tunnel/index.ts";

/** What the user asked for. */
export interface DoctorOptions {
  /** The program, and what names it: `--cloudflared`. */
  cloudflared?: { file: string; named: string };
  host: string;
  port: number;
  /** Whether no other port would do. */
  isPortGiven: boolean;
}

export interface DoctorSurroundings {
  options: DoctorOptions;
  settings: TunnelSettings;
  tunnel: TunnelSurroundings;
  state: ProjectState;
  /** How the program was started, for commands that are printed: `npx appdirect-hooks`. */
  typedProgram: string;
  isAlive(processId: number): boolean;
  /** The port that is held for the kept tunnel of this project, if it has one. */
  keptPort(): Promise<number | undefined>;
  /** The variables that are meant for us and that no command takes, in sentences. */
  unknownVariables(): Promise<readonly { message: string; hint?: string }[]>;
  /** Says that a quick tunnel is opened; the returned function ends that. */
  sayTrial(): Promise<() => void>;
  signal: AbortSignal;
}
