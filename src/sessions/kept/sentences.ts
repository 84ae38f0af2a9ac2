import { setText } from "../../duration.ts";
import { HooksError, systemCode } from "../../errors.ts";

/** Why a kept tunnel ended; a part of a sentence. */
export function idleFor(ms: number): string {
  return `nobody listened for ${setText(ms)}`;
}

/** The process that holds the tunnel ended while it was used. */
export const holderGone = {
  code: "KEPT_TUNNEL_GONE",
  message: "The process that keeps the tunnel has ended, and the tunnel with it.",
  hint: "Start listen again: it opens another tunnel, under another address.",
};

/** Two started at once. */
export const inUse = {
  code: "KEPT_TUNNEL_IN_USE",
  message: "Another listen of this project took the kept tunnel over at the same moment.",
  hint: "End that one, or start this one without --keep-tunnel and with --port.",
};

/** Why it is no more where it told nothing; a part of a sentence. */
export const holderKilled = "the process that kept it is gone";

export function keptAlready(root: string): HooksError {
  return new HooksError("LISTENER_RUNNING", {
    message: `A tunnel of the project in ${root} is kept already, by another listen that started at the same moment.`,
    hint: "End that one, or start this one again.",
  });
}

export function recordUnwritable(folder: string, cause: unknown): HooksError {
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `Where the kept tunnel is cannot be written down in ${folder} (${systemCode(cause) ?? String(cause)}).`,
    hint: "Make room or make it writable; or name another state folder in XDG_STATE_HOME.",
    cause,
  });
}

export function socketsNotMade(folders: readonly string[], cause: unknown): HooksError {
  const why = cause === undefined ? "their names are too long" : (systemCode(cause) ?? String(cause));
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `No socket for --keep-tunnel can be made in ${folders.join(", ")} (${why}).`,
    hint: "Name another folder for temporary files in TMPDIR, with a short name.",
    cause,
  });
}
