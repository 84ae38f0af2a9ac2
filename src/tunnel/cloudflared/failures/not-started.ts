import type { TunnelTrouble } from "../../provider.ts";

/** What a user does where no tunnel can be had. */
export const otherWays = "Go on without it: --no-tunnel, or --public-url with another way to this machine.";

/** A program that the system does not run: why, and whether that passes. */
export function notStarted(program: string, code: string): { trouble: TunnelTrouble; remedy: "try again" | "give up" } {
  const why = whyNotStarted[code] ?? code;
  const message = `${program} cannot be started: ${why}.`;
  const hint = `Install cloudflared anew, or name another with --cloudflared. ${otherWays}`;
  return { trouble: { code: "NOT_STARTED", message, hint }, remedy: passing.includes(code) ? "try again" : "give up" };
}

/** What the system has too little of, or another program is doing. */
const passing = ["ETXTBSY", "EAGAIN", "EMFILE", "ENFILE", "ENOMEM"];

export const whyNotStarted: Record<string, string> = {
  ENOENT: "it is gone, or what it needs to run is not here",
  EACCES: "this user may not run it (chmod +x makes it a program)",
  ENOEXEC: "it is not a program for this machine, or only half of one",
  EBADARCH: "it is a program for another kind of processor",
  "Unknown system error -86": "it is a program for another kind of processor", // as Node calls it on macOS
  UNKNOWN: "it is not a program for this machine, or only half of one",
  ETXTBSY: "something writes to it",
};
