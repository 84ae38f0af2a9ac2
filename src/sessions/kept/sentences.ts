import { setText } from "../../duration.ts";
import { HooksError, systemCode } from "../../errors.ts";

/** Why a kept tunnel ended; a part of a sentence. */
export function idleFor(ms: number): string {
  return `listen did not run for ${setText(ms)}`;
}

/** The process that holds the tunnel ended while it was used. */
export const holderGone = {
  code: "KEPT_TUNNEL_GONE",
  message: "The process that kept the tunnel open has ended, and so has the tunnel.",
  hint: "Start listen again. It opens a new tunnel with a new address.",
};

/** Two started at once. */
export const inUse = {
  code: "KEPT_TUNNEL_IN_USE",
  message: "Another listen of this project took over the kept tunnel at the same moment.",
  hint: "End that one, or start this one without --keep-tunnel and with --port.",
};

/** Why it is no more where it told nothing; a part of a sentence. */
export const holderKilled = "the process that kept it open has ended";

export function keptAlready(root: string): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `The project in ${root} already has a kept tunnel: another listen started at the same moment.`,
    hint: "End that one, or start this one again.",
  });
}

export function recordUnwritable(folder: string, cause: unknown): HooksError {
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `The kept tunnel cannot be recorded in ${folder} (${systemCode(cause) ?? String(cause)}).`,
    hint: "Free space there or make it writable, or name another state folder in XDG_STATE_HOME.",
    cause,
  });
}

export function socketsNotMade(folders: readonly string[], cause: unknown): HooksError {
  const why = cause === undefined ? "their paths are too long" : (systemCode(cause) ?? String(cause));
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `--keep-tunnel cannot create a socket in ${folders.join(", ")} (${why}).`,
    hint: "Name another folder for temporary files in TMPDIR, one with a short path.",
    cause,
  });
}
