import { setText } from "../../duration.ts";
import { HooksError } from "../../errors.ts";

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

export function holderNotStarted(root: string): HooksError {
  return new HooksError("TUNNEL_UNAVAILABLE", {
    message: `The process that keeps the tunnel of ${root} ended as soon as it was started.`,
    hint: "Start listen without --keep-tunnel, and report this: it is a defect.",
  });
}
