import { closeSync, constants, fstatSync, openSync, readlinkSync, statSync } from "node:fs";
import type { Writable } from "node:stream";

export type TerminalStream = Writable & { isTTY?: boolean; fd?: number; _handle?: unknown };

/**
 * From now on a terminal that takes nothing (Ctrl-S) holds up nobody who writes to it: what it does not take waits in
 * the stream. Node has every terminal block; that a write to it waits instead is asked of Node's own handle, for which
 * there is no public way. Linux alone; elsewhere nothing changes.
 */
export function unblock(stdout: TerminalStream, stderr: TerminalStream): void {
  const isOneTerminal = deviceOf(stdout) !== undefined && deviceOf(stdout) === deviceOf(stderr);
  const isUnblocked = unblockOne(stdout);
  if (!isOneTerminal) unblockOne(stderr);
  // One queue for both: with two, what waits on one would come after what was written later to the other.
  else if (isUnblocked) stderr.write = stdout.write.bind(stdout);
}

function unblockOne(stream: TerminalStream): boolean {
  const { _handle: handle } = stream;
  if (deviceOf(stream) === undefined || !isOpenedAnew(stream.fd) || !hasBlocking(handle)) return false;
  return handle.setBlocking(false) === 0;
}

/** Undefined for what is no terminal. */
function deviceOf({ isTTY, fd }: TerminalStream): number | undefined {
  return isTTY === true && fd !== undefined ? fstatSync(fd).rdev : undefined;
}

/**
 * Whether Node could open the terminal anew, for itself: else whoever started the program has the same opening, and
 * would find it not blocking any more. Node tries by the terminal's name, which Linux alone tells us; elsewhere nothing
 * is changed.
 */
function isOpenedAnew(fd = -1): boolean {
  try {
    const name = readlinkSync(`/proc/self/fd/${fd}`);
    if (statSync(name).rdev !== fstatSync(fd).rdev) return false;
    closeSync(openSync(name, constants.O_RDWR | constants.O_NOCTTY));
    return true;
  } catch {
    return false;
  }
}

function hasBlocking(handle: unknown): handle is { setBlocking(blocking: boolean): number } {
  return typeof handle === "object" && handle !== null && "setBlocking" in handle;
}
