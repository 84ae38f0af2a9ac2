import { basename } from "node:path";
import { countText, listText, numberText } from "./quantities.ts";
import type { Warning } from "../sessions/index.ts";

type About = Warning["about"];

interface WarningWords<Kind extends About> {
  /** Stable, for programs. */
  code: string;
  /** One sentence. */
  message(warning: Extract<Warning, { about: Kind }>): string;
  /** Left out where the sentence says what to do. */
  hint?(warning: Extract<Warning, { about: Kind }>, program: string): string;
  /** When it is said, for the reference. */
  meaning: string;
}

/** The words of every warning, once. */
export const warnings: { [Kind in About]: WarningWords<Kind> } = {
  "tracked by git": {
    code: "TRACKED_BY_GIT",
    message: ({ file }) => `git would track recorded events, such as ${file}. They contain customers' data.`,
    hint: () => "Add them to .gitignore, or choose another folder with --fixtures.",
    meaning: "Recorded events are not ignored by git, so a commit could include them.",
  },
  "folder unwritable": {
    code: "FOLDER_UNWRITABLE",
    message: ({ reason }) => `Nothing can be recorded: ${reason}.`,
    hint: () =>
      "Fix this, or choose another folder with --fixtures. Until then, requests get 503 and AppDirect retries.",
    meaning: "When the listener starts, nothing can be recorded.",
  },
  recovered: {
    code: "RECOVERED",
    message: ({ files }) =>
      files.length === 1
        ? `An earlier session stopped before it wrote an event to its file. It is written now: ${files[0]}.`
        : `An earlier session stopped before it wrote ${numberText(files.length)} events to their files. They are written now, the last to ${files.at(-1)}.`,
    meaning:
      "An earlier session was killed, or the machine lost power, before events were written to their files. They are written now.",
  },
  "open to others": {
    code: "OPEN_TO_OTHERS",
    message: ({ places }) =>
      `Anyone who can reach ${places.join(" or ")} can post events here. Add --auth token so that only AppDirect can.`,
    meaning: "Other machines can reach the listener (`--host`, `--public-url`), and it accepts every POST.",
  },
  "left out": {
    code: "LEFT_OUT",
    message: ({ target, places, isResent }) =>
      isResent
        ? `Resent events reach ${target} without the fields that are redacted on disk: ${places.join(", ")}.`
        : `${target} is slow, so events wait on disk. It gets them without the fields that are redacted there: ${places.join(", ")}.`,
    hint: () =>
      "If the handler needs these fields, remove --redact, or add --keep-secrets if they only look like secrets.",
    meaning: "A handler gets events without their redacted fields, because they waited on disk or were resent.",
  },
  "left on disk": {
    code: "LEFT_ON_DISK",
    message: ({ target, waiting }) =>
      `${target} does not get all new events: ${countText(waiting, "delivery is", "deliveries are")} waiting (the limit). Events are still recorded.`,
    hint: (_, program) => `When your handler keeps up again, send the rest with: ${program} replay --failed`,
    meaning:
      "Too many deliveries are waiting, so new events are not forwarded. `replay --failed` sends them later. Reported once.",
  },
  "secrets redacted": {
    code: "SECRETS_REDACTED",
    message: ({ places }) =>
      `${listText(places)} ${places.length === 1 ? "looks like a secret and is" : "look like secrets and are"} recorded as [redacted].`,
    hint: () => "Handlers get the whole event, but a replay cannot send these fields. --keep-secrets records them.",
    meaning: "Fields of a payload are redacted because of their name or shape. Reported once for each field.",
  },
  "handler restarts": {
    code: "HANDLER_RESTARTS",
    message: ({ target, fixtures }) =>
      `${target} cut off two deliveries in a row. It may restart whenever a file in ${basename(fixtures)}/ changes.`,
    hint: ({ fixtures }) =>
      `With nodemon: --ignore '${basename(fixtures)}/**' (not --ignore ${basename(fixtures)}). More: docs/handlers.md`,
    meaning: "A handler on this machine may restart each time an event is recorded; see [handlers](../handlers.md).",
  },
  "not shown": {
    code: "NOT_SHOWN",
    message: ({ notices }) =>
      `${countText(notices, "event or message", "events and messages")} from before the listener was ready ${notices === 1 ? "is" : "are"} not shown, because there were too many to keep.`,
    hint: () => "The events among them were handled as usual.",
    meaning: "Too many events and messages came before `ready`, so some have no line.",
  },
  "not shown at a question": {
    code: "NOT_SHOWN_AT_QUESTION",
    message: ({ notices }) =>
      `${countText(notices, "event or message", "events and messages")} ${notices === 1 ? "is" : "are"} not shown: too many arrived while the question was open.`,
    hint: () => "The events among them were handled as usual.",
    meaning: "Too many events and messages came while the question of key `f` was open, so some have no line.",
  },
  "output unread": {
    code: "OUTPUT_LEFT_OUT",
    message: ({ lines }) =>
      `${countText(lines, "line")} ${lines === 1 ? "was" : "were"} left out here because nobody read the output in time.`,
    hint: () => "The listener kept running. To miss nothing, read each line as it comes.",
    meaning: "The program that reads the output was too slow or had stopped, so lines before this one are missing.",
  },
  defect: {
    code: "DEFECT",
    message: ({ cause }) =>
      `A request was not completed because of a bug in appdirect-hooks (${cause instanceof Error ? cause.message : String(cause)}).`,
    hint: () => "Please report it. The listener keeps running.",
    meaning: "A request was not completed because of a bug in appdirect-hooks.",
  },
  "not connected": {
    code: "NOT_CONNECTED",
    message: ({ cause }) => `A connection could not be accepted (${cause.message}).`,
    hint: () => "The listener keeps running.",
    meaning: "A connection could not be accepted, for example because no file descriptors are left.",
  },
  "journal unwritable": {
    code: "JOURNAL_UNWRITABLE",
    message: ({ of, cause }) => `The journal of this ${of} cannot be written (${cause.message}).`,
    hint: ({ of }) =>
      of === "session"
        ? "The session continues, but a later replay --failed will not know about it."
        : "A later replay --failed does not know what this run does from here on, and may resend what it delivers.",
    meaning:
      "The journal cannot be written, or the disk is too slow for it. `replay --failed` will not know about some or all deliveries of this session or run.",
  },
  "path unmatched": {
    code: "PATH_UNMATCHED",
    message: ({ path }) => `${path} is not in any payload, so nothing was changed there.`,
    hint: () => "Paths start at the payload's root, for example: resource.content.status",
    meaning: "A path of `--set` or `--unset` is not in any payload.",
  },
  "path added": {
    code: "PATH_ADDED",
    message: ({ path, meant }) =>
      `Added ${path} (no payload had it).${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    meaning: "A path of `--set` was not in any payload and was added.",
  },
  "nothing to freshen": {
    code: "NOTHING_TO_FRESHEN",
    message: () => "--fresh changed nothing: no payload has a uuid or a timestamp that could be replaced.",
    meaning: "No payload has a uuid or a timestamp that `--fresh` could replace.",
  },
};

/** A warning in words. `program`: how it is typed. */
export function warningText<Kind extends About>(
  warning: Extract<Warning, { about: Kind }>,
  program = "appdirect-hooks",
): { code: string; message: string; hint?: string } {
  const { code, message, hint }: WarningWords<Kind> = warnings[warning.about];
  return { code, message: message(warning), hint: hint?.(warning, program) };
}
