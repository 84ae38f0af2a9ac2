import { closest, distance } from "fastest-levenshtein";

/** The program's exit status; see docs/reference/errors.md. 1 is an answer: it is returned, never thrown. */
export type ExitStatus = 0 | 1 | 2 | 3 | 4 | 70 | 130;

/** Every error code, with its exit status and meaning. */
export const errorCodes = {
  USAGE: { exit: 2, meaning: "An unknown command or flag, or a missing argument." },
  BAD_VALUE: { exit: 2, meaning: "An option or a variable has a value that cannot be used." },
  TARGET_IS_LISTENER: { exit: 2, meaning: "A target is the listener itself." },
  UNKNOWN_EVENT: { exit: 2, meaning: "An event name or pattern that matches no AppDirect event." },
  NOTHING_SELECTED: { exit: 2, meaning: "The selection matches no fixture." },
  UNREADABLE_FIXTURE: { exit: 2, meaning: "A file is not a valid fixture or payload." },
  UNREADABLE_STATE: { exit: 2, meaning: "A state file is not one, or cannot be read." },
  FILE_EXISTS: { exit: 2, meaning: "A file to be written already exists, with different content." },
  INPUT_NEEDED: {
    exit: 2,
    meaning: "An answer is needed, but nobody can be asked here, for example because there is no terminal.",
  },
  PORT_IN_USE: { exit: 3, meaning: "Another program is using the requested port." },
  ADDRESS_UNAVAILABLE: { exit: 3, meaning: "The address or port to listen on cannot be used." },
  LISTENER_RUNNING: { exit: 3, meaning: "A listener of this project is already running." },
  STATE_IN_USE: { exit: 3, meaning: "Another process is using the state file." },
  TUNNEL_PROGRAM_MISSING: { exit: 3, meaning: "The tunnel program was not found, or cannot be run." },
  DOWNLOAD_FAILED: {
    exit: 3,
    meaning: "The tunnel program could not be downloaded, or the file failed its checks.",
  },
  TUNNEL_UNAVAILABLE: { exit: 3, meaning: "The tunnel could not be opened, or was down for too long." },
  EDITOR_UNAVAILABLE: { exit: 3, meaning: "The editor cannot be started." },
  OUTPUT_UNWRITABLE: { exit: 3, meaning: "Standard output cannot be written, for example because the disk is full." },
  FOLDER_UNWRITABLE: { exit: 3, meaning: "A folder or file cannot be written." },
  TARGET_UNREACHABLE: { exit: 3, meaning: "No attempt reached the target." },
  DEFECT: { exit: 70, meaning: "A bug in appdirect-hooks." },
} as const satisfies Record<string, { exit: ExitStatus; meaning: string }>;

export type ErrorCode = keyof typeof errorCodes;

export interface ErrorDetails {
  /** One sentence: what happened, with the value that caused it. */
  message: string;
  /** What to do next. */
  hint?: string;
  cause?: unknown;
}

/** An error that stops the program. */
export class HooksError extends Error {
  readonly code: ErrorCode;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, details: ErrorDetails) {
    super(details.message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = "HooksError";
    this.code = code;
    this.hint = details.hint;
  }

  get exitStatus(): ExitStatus {
    return errorCodes[this.code].exit;
  }
}

/** "Did you mean subscription?", or nothing where no candidate is near enough to be what was meant. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = mostLike(word, candidates);
  return near.length === 0 ? undefined : `Did you mean ${near.join(" or ")}?`;
}

/** Of the candidates those that were probably meant: what one slip makes the word of, else the nearest if it is near. */
export function mostLike(word: string, candidates: readonly string[]): string[] {
  if (candidates.length === 0 || word.length > 100) return [];
  const slips = ofOneSlip(word, candidates);
  if (slips.length > 0) return slips;
  const inLowerCase = candidates.map((candidate) => candidate.toLowerCase());
  const near = closest(word.toLowerCase(), inLowerCase);
  const allowed = Math.max(2, Math.floor(near.length / 3));
  if (distance(word.toLowerCase(), near) > allowed) return [];
  return candidates.filter((_, index) => inLowerCase[index] === near).slice(0, 1);
}

/** The candidates that one slip of a finger makes the word of: letters swapped, left out or typed twice; capitals do not count. */
export function ofOneSlip(word: string, candidates: readonly string[]): string[] {
  const typed = word.toLowerCase();
  const near = candidates.map((candidate) => ({ candidate, letters: candidate.toLowerCase() }));
  const same = near.filter(({ letters }) => letters === typed);
  const slips = near.filter(({ letters }) =>
    letters.length === typed.length ? isSwapped(typed, letters) : distance(typed, letters) === 1,
  );
  return (same.length > 0 ? same : slips).map(({ candidate }) => candidate);
}

function isSwapped(typed: string, meant: string): boolean {
  const at = [...typed].findIndex((letter, index) => letter !== meant[index]);
  const back = `${typed.slice(0, at)}${typed.charAt(at + 1)}${typed.charAt(at)}${typed.slice(at + 2)}`;
  return back === meant;
}

/** The code that Node puts on errors of the system (`ENOSPC`, `EADDRINUSE`), if there is one. */
export function systemCode(cause: unknown): string | undefined {
  if (typeof cause !== "object" || cause === null || !("code" in cause)) return undefined;
  return typeof cause.code === "string" ? cause.code : undefined;
}
