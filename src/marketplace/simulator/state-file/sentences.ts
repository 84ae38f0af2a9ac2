import { HooksError, systemCode } from "../../../errors.ts";
import { writeFailure } from "../../../write-failure.ts";

/** `what` goes on from the file's name: `is empty`. */
function unreadable(path: string, what: string, more: { hint: string; cause?: unknown }): HooksError {
  return new HooksError("UNREADABLE_STATE", { message: `The state file ${path} ${what}.`, ...more });
}

const another = "Name another file: this one was left as it is.";

/** A folder, or a device. */
export function noFile(path: string): HooksError {
  return unreadable(path, "is not a file", { hint: another });
}

export function noStateFile(path: string): HooksError {
  return unreadable(path, "was not written by appdirect-hooks as a state file", { hint: another });
}

export function newerState(path: string, format: number, known: number): HooksError {
  const what = `is of format ${format}, from a newer version of appdirect-hooks; this one reads format ${known}`;
  return unreadable(path, what, { hint: "Update with: npm install appdirect-hooks@latest" });
}

/** `what`: `is not JSON`. */
export function badLine(path: string, line: number, what: string): HooksError {
  const hint = `Correct or delete line ${line} in an editor, or name another file.`;
  return new HooksError("UNREADABLE_STATE", { message: `Line ${line} of the state file ${path} ${what}.`, hint });
}

/** What is no error of the system stays what it is: a defect of ours. */
export function notRead(path: string, cause: unknown): unknown {
  const code = systemCode(cause);
  if (writeFailure(cause) === undefined) return cause;
  return unreadable(path, `cannot be read (${code})`, { hint: "Make it readable, or name another file.", cause });
}

/** What is no error of the system stays what it is: a defect of ours. */
export function notWritten(path: string, cause: unknown): unknown {
  const reason = writeFailure(cause);
  if (reason === undefined) return cause;
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `The state file ${path} cannot be written: ${reason} (${systemCode(cause)}).`,
    hint:
      reason === "disk full"
        ? "Free space on its disk, or name another file."
        : "Make it writable, or name another file.",
    cause,
  });
}

export function inUse(path: string, processId: number, lock: string): HooksError {
  return new HooksError("STATE_IN_USE", {
    message: `The state file ${path} is in use by process ${processId}.`,
    hint: `End that process, or name another file. If it does not use this file, delete ${lock}.`,
  });
}

/** Whoever wrote it was no process of ours. */
export function unknownLock(path: string, lock: string): HooksError {
  return new HooksError("STATE_IN_USE", {
    message: `The state file ${path} is locked by ${lock}, which names no process.`,
    hint: `If no other program uses the state file, delete ${lock}.`,
  });
}
