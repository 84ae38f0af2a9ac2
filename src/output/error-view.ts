import { redactText } from "../authentication/index.ts";
import { HooksError, type ExitStatus } from "../errors.ts";
import { hanging } from "./columns.ts";
import { hintLines } from "./shell-lines.ts";
import { jsonLine, printable } from "./printable.ts";
import type { Theme } from "./theme.ts";

export interface ErrorOptions {
  json: boolean;
  /** Stack traces and causes. */
  debug: boolean;
  theme: Theme;
  /** Characters a line holds; without end where no terminal shows it. */
  width?: number;
}

/** What stopped the program, in words: one sentence, then what to do; both without the secrets of what was typed. */
export function errorView(cause: unknown, options: ErrorOptions): { text: string; status: ExitStatus } {
  const error = cause instanceof HooksError ? cause : defect(cause);
  const { code } = error;
  const message = redactText(error.message);
  const hint = error.hint === undefined ? undefined : redactText(error.hint);
  if (options.json) return { text: jsonLine({ error: { code, message, hint } }), status: error.exitStatus };
  const { theme, width = Number.POSITIVE_INFINITY } = options;
  const lines = [
    hanging(`${theme.bad("✖")} ${printable(message)}`, width),
    ...(hint === undefined ? [] : hintLines(hint, width)),
  ];
  return { text: `${[...lines, ...(options.debug ? traces(error) : [])].join("\n")}\n`, status: error.exitStatus };
}

function defect(cause: unknown): HooksError {
  const said = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  const message = `This is a bug in appdirect-hooks (${said}).`;
  const hint = "Please report it, with the command you typed. --debug shows where it happened.";
  return new HooksError("DEFECT", { message, hint, cause });
}

function traces(error: unknown): string[] {
  if (!(error instanceof Error)) return [];
  const own = (error.stack ?? error.message).split("\n").map((line) => `  ${printable(redactText(line))}`);
  return error.cause instanceof Error ? ["", ...own, "  caused by", ...traces(error.cause)] : ["", ...own];
}
