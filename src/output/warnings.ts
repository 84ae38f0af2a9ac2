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
  hint?(warning: Extract<Warning, { about: Kind }>): string;
  /** When it is said, for the reference. */
  meaning: string;
}

/** The words of every warning, once. */
export const warnings: { [Kind in About]: WarningWords<Kind> } = {
  "tracked by git": {
    code: "TRACKED_BY_GIT",
    message: ({ file }) => `git would track what is recorded here, such as ${file}: customers' data.`,
    hint: () => "Add a line to .gitignore that leaves recordings out, or choose another folder with --fixtures.",
    meaning: "What is recorded would get into a commit.",
  },
  "folder unwritable": {
    code: "FOLDER_UNWRITABLE",
    message: ({ reason }) => `Nothing can be recorded: ${reason}.`,
    hint: () =>
      "Until that is fixed, calls get 503 and AppDirect sends them again. Or choose another folder with --fixtures.",
    meaning: "Nothing can be recorded when the listener starts.",
  },
  recovered: {
    code: "RECOVERED",
    message: ({ files }) =>
      files.length === 1
        ? `An earlier run ended before an event had its file. It is recorded now: ${files[0]}.`
        : `An earlier run ended before ${numberText(files.length)} events had their files. They are recorded now, the last in ${files.at(-1)}.`,
    meaning: "An earlier run was killed, or the machine lost power, before events had their files. They have them now.",
  },
  "open to others": {
    code: "OPEN_TO_OTHERS",
    message: ({ places }) =>
      `Anyone who can reach ${places.join(" or ")} can post events here: add --auth token so that only AppDirect can.`,
    meaning:
      "More than this machine reaches the listener (`--host`, `--public-url`), and nothing is asked of who posts.",
  },
  "left out": {
    code: "LEFT_OUT",
    message: ({ target, places, isResent }) =>
      isResent
        ? `${target} gets again what is recorded, without what is redacted there: ${places.join(", ")}.`
        : `${target} is so slow that events wait on disk for it, and it gets them without what is redacted there: ${places.join(", ")}.`,
    hint: () =>
      "Fields that a handler needs must be recorded: leave --redact out, or add --keep-secrets for what only looks like a secret.",
    meaning: "A handler gets events without the fields that are redacted, for they waited on disk.",
  },
  "left on disk": {
    code: "LEFT_ON_DISK",
    message: ({ target, waiting }) =>
      `${target} does not get all new events: ${countText(waiting, "delivery is", "deliveries are")} waiting already, which is the limit. Events are still recorded.`,
    hint: () => "When your handler keeps up again, send the rest with: appdirect-hooks replay --failed",
    meaning:
      "So many deliveries are waiting that new events are not forwarded: `replay --failed` sends them. Given once.",
  },
  "secrets redacted": {
    code: "SECRETS_REDACTED",
    message: ({ places }) =>
      `${listText(places)} ${places.length === 1 ? "looks like a secret and is" : "look like secrets and are"} recorded as [redacted].`,
    hint: () => "Handlers get the whole event, but a replay cannot send these fields. --keep-secrets records them.",
    meaning: "Fields of a payload are redacted because of their name or shape. Given once for each field.",
  },
  "handler restarts": {
    code: "HANDLER_RESTARTS",
    message: ({ target, fixtures }) =>
      `${target} cut off two deliveries in a row. It may restart when a file below ${basename(fixtures)}/ changes.`,
    hint: ({ fixtures }) =>
      `With nodemon: --ignore '${basename(fixtures)}/**' (not --ignore ${basename(fixtures)}). More: docs/handlers.md`,
    meaning: "A handler on this machine may restart at each recording: see [handlers](../handlers.md).",
  },
  "not shown": {
    code: "NOT_SHOWN",
    message: ({ notices }) =>
      `${countText(notices, "event or message", "events and messages")} from before the listener was ready ${notices === 1 ? "is" : "are"} not shown, because there were too many to keep.`,
    hint: () => "The events among them were handled as usual.",
    meaning: "More came before `ready` than can be kept until then, so some of it is in no line.",
  },
  "output unread": {
    code: "OUTPUT_LEFT_OUT",
    message: ({ lines }) =>
      `${countText(lines, "line")} ${lines === 1 ? "was" : "were"} left out here because nobody read the output in time.`,
    hint: () => "The listener kept running. To miss nothing, read each line as it comes.",
    meaning: "Whatever reads the output was too slow or had stopped, so lines before this one are missing.",
  },
  defect: {
    code: "DEFECT",
    message: ({ cause }) =>
      `A call was answered 500: this is a defect of appdirect-hooks (${cause instanceof Error ? cause.message : String(cause)}).`,
    hint: () => "Please report it. The listener goes on.",
    meaning: "A defect of ours; the call that it was met by was answered 500.",
  },
  "not connected": {
    code: "NOT_CONNECTED",
    message: ({ cause }) => `A connection could not be taken (${cause.message}).`,
    hint: () => "The listener goes on.",
    meaning: "A connection could not be taken, such as for want of file descriptors.",
  },
  "journal unwritable": {
    code: "JOURNAL_UNWRITABLE",
    message: ({ of, cause }) => `The journal of this ${of} cannot be written (${cause.message}).`,
    hint: ({ of }) => `${of === "session" ? "The session goes on; " : ""}replay --failed will not know of it.`,
    meaning:
      "The journal cannot be written, or the disk takes it too slowly; `replay --failed` will not know of this session or run, or not of all of it.",
  },
  "path unmatched": {
    code: "PATH_UNMATCHED",
    message: ({ path }) => `${path} was found in no payload, so nothing was changed there.`,
    hint: () => "Paths begin at the payload's root: resource.content.status",
    meaning: "A path of `--set` or `--unset` was found in no payload.",
  },
  "path added": {
    code: "PATH_ADDED",
    message: ({ path, meant }) =>
      `Added ${path} (no payload had it).${meant === undefined ? "" : ` Did you mean ${meant}?`}`,
    meaning: "A path of `--set` was in no payload and was added.",
  },
  "nothing to freshen": {
    code: "NOTHING_TO_FRESHEN",
    message: () => "--fresh changed nothing: no payload has a uuid or a timestamp that could be replaced.",
    meaning: "No payload has a uuid or a timestamp that `--fresh` could replace.",
  },
};

/** A warning in words. */
export function warningText<Kind extends About>(
  warning: Extract<Warning, { about: Kind }>,
): { code: string; message: string; hint?: string } {
  const { code, message, hint }: WarningWords<Kind> = warnings[warning.about];
  return { code, message: message(warning), hint: hint?.(warning) };
}
