import { HooksError, systemCode } from "../errors.ts";
import type { ProjectState } from "./project.ts";

export function pathNotKept(state: ProjectState, cause: unknown): HooksError {
  const hint = "Set the webhook path with --path, or another state folder with XDG_STATE_HOME.";
  return nothingKept(state, hint, cause);
}

/** `option` is called as what was to be kept: `token`. */
export function valueNotKept(state: ProjectState, option: string, cause: unknown): HooksError {
  const hint = `Set the ${option} with --${option}, or another state folder with XDG_STATE_HOME.`;
  return nothingKept(state, hint, cause);
}

function nothingKept({ folder, problem }: ProjectState, hint: string, cause: unknown): HooksError {
  const why = problem === undefined ? ` in ${folder} (${systemCode(cause) ?? String(cause)})` : `: ${problem}`;
  const message = `The state of this project cannot be saved${why}.`;
  return new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
}
