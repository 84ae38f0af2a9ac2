import { HooksError, systemCode } from "../errors.ts";
import type { ProjectState } from "./project.ts";

export function pathNotKept(state: ProjectState, cause: unknown): HooksError {
  const hint = "Name the path that takes webhooks with --path, or another state folder in XDG_STATE_HOME.";
  return nothingKept(state, hint, cause);
}

/** `option` is called as what was to be kept: `token`. */
export function valueNotKept(state: ProjectState, option: string, cause: unknown): HooksError {
  const hint = `Give the ${option} with --${option}, or name another state folder in XDG_STATE_HOME.`;
  return nothingKept(state, hint, cause);
}

function nothingKept({ folder, problem }: ProjectState, hint: string, cause: unknown): HooksError {
  const why = problem === undefined ? ` in ${folder} (${systemCode(cause) ?? String(cause)})` : `: ${problem}`;
  const message = `Nothing can be kept for this project${why}.`;
  return new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
}
