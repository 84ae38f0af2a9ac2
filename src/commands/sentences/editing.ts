import { HooksError } from "../../errors.ts";
import { notTogether } from "./not-together.ts";

const example = 'for example EDITOR="code --wait".';

export function noEditor(usual: string): HooksError {
  const message = `No editor: neither VISUAL nor EDITOR is set, and ${usual} needs a terminal and a person to use it.`;
  return new HooksError("INPUT_NEEDED", { message, hint: `Set EDITOR to a command, ${example}` });
}

/** `variable` is where it was named; undefined for the usual one. */
export function editorUnavailable(command: string, variable: string | undefined): HooksError {
  const named = variable === undefined ? command : `${command} (from ${variable})`;
  return new HooksError("EDITOR_UNAVAILABLE", {
    message: `The editor ${named} cannot be started.`,
    hint: `Set ${variable ?? "EDITOR"} to the command of your editor, ${example.replace("EDITOR", variable ?? "EDITOR")}`,
  });
}

export function notWrittenForEditor(folder: string, why: string, cause: unknown): HooksError {
  const message = `The payload for the editor cannot be written below ${folder} (${why}).`;
  return new HooksError("FOLDER_UNWRITABLE", { message, hint: "Set TMPDIR to another folder.", cause });
}

export function tooManyToEdit(count: number, most: number): HooksError {
  const message = `--edit opens each event in an editor, and ${count} are selected; it takes at most ${most}.`;
  return notTogether(message, "Select fewer, or change all of them with --set.");
}

export function editAndStandardInput(): HooksError {
  const message = "--edit needs standard input for the editor, so events cannot be read from it (-).";
  return notTogether(message, "Save the events in a file, and name that.");
}

/** An event that its editor kept back. */
export function notSent(name: string, why: string | undefined): HooksError {
  const message = why === undefined ? `${name} was not sent.` : `${name} was not sent: ${why}.`;
  return new HooksError("UNREADABLE_FIXTURE", { message });
}

/** `mistake`: what is wrong with its payload, in a sentence. */
export function notSentAsEdited(mistake: string): HooksError {
  return new HooksError("UNREADABLE_FIXTURE", { message: mistake, hint: "It was not sent." });
}

export const emptied = "its payload was emptied in the editor";

export const removed = "its file was removed in the editor";

export const endedBadly = (end: number | string): string =>
  typeof end === "number" ? `the editor ended with status ${end}` : `the editor was ended by ${end}`;
