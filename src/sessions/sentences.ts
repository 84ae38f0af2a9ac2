import { secondsText, waitText } from "../duration.ts";
import { HooksError } from "../errors.ts";
import type { TunnelTrouble } from "../tunnel/index.ts";

/** An event that is forwarded to where it came in would go round for ever. */
export function targetIsListener(name: string): HooksError {
  return new HooksError("TARGET_IS_LISTENER", {
    message: `The target ${name} is this listener itself, so every event would loop forever.`,
    hint: "Use the port of your handler, or move the listener with --port.",
  });
}

/** `named`: what asked for it, such as --ready-file. */
export function readyFileUnwritable(file: string, named: string, cause: unknown): HooksError {
  const message = `The file ${file} (from ${named}) cannot be written.`;
  return new HooksError("FOLDER_UNWRITABLE", { message, hint: "Choose another path.", cause });
}

/** What the tunnel itself says, with what its program printed. */
export function tunnelUnavailable({ message, hint, output = [] }: TunnelTrouble): HooksError {
  const hints = [...output.map((line) => `  ${line}`), ...(hint === undefined ? [] : [hint])];
  return new HooksError("TUNNEL_UNAVAILABLE", { message, ...(hints.length > 0 && { hint: hints.join("\n") }) });
}

/** The next try would come too late. */
export function nextTryTooLate(trouble: TunnelTrouble, inMs: number): HooksError {
  const when = waitText(inMs);
  const wait = `The next attempt is in ${when}. To wait for it, use --exit-on-disconnect 15m.`;
  return tunnelUnavailable({ ...trouble, hint: trouble.hint === undefined ? wait : `${trouble.hint}\n${wait}` });
}

/** `trouble`: why, where that is known. */
export function noTunnelFor(ms: number, trouble: TunnelTrouble | undefined): HooksError {
  const message = `There was no tunnel for ${secondsText(ms)}.`;
  if (trouble !== undefined) return tunnelUnavailable({ ...trouble, message: `${message} ${trouble.message}` });
  const hint = "To continue without it, use --no-tunnel, or --public-url with another public address of this machine.";
  return new HooksError("TUNNEL_UNAVAILABLE", { message, hint });
}
