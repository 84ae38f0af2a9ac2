import type { TunnelTrouble } from "../../provider.ts";

/** What a user does where no tunnel can be had. */
export const otherWays =
  "To continue without cloudflared, use --no-tunnel, or --public-url with your own tunnel or proxy.";

/** A program that the system does not run: why, and whether that passes. */
export function notStarted(program: string, code: string): { trouble: TunnelTrouble; remedy: "try again" | "give up" } {
  const why = whyNotStarted[code] ?? code;
  const message = `${program} cannot be started: ${why}.`;
  const hint = `Reinstall cloudflared, or name another with --cloudflared. ${otherWays}`;
  return { trouble: { code: "NOT_STARTED", message, hint }, remedy: passing.includes(code) ? "try again" : "give up" };
}

/** What the system has too little of, or another program is doing. */
const passing = ["ETXTBSY", "EAGAIN", "EMFILE", "ENFILE", "ENOMEM"];

export const whyNotStarted: Record<string, string> = {
  ENOENT: "it is gone, or a file that it needs is missing",
  EACCES: "this user may not run it (chmod +x makes it executable)",
  ENOEXEC: "it is not a program for this machine, or is incomplete",
  EBADARCH: "it is a program for another kind of processor",
  "Unknown system error -86": "it is a program for another kind of processor", // as Node calls it on macOS
  UNKNOWN: "it is not a program for this machine, or is incomplete",
  ETXTBSY: "another program is writing to it",
};
