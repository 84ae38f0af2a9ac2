import { HooksError, systemCode } from "../errors.ts";

export function pathNotKept(folder: string, cause: unknown): HooksError {
  const hint = "Name the path that takes webhooks with --path, or another state folder in XDG_STATE_HOME.";
  return nothingKept(folder, hint, cause);
}

/** `option` is called as what was to be kept: `token`. */
export function valueNotKept(folder: string, option: string, cause: unknown): HooksError {
  const hint = `Give the ${option} with --${option}, or name another state folder in XDG_STATE_HOME.`;
  return nothingKept(folder, hint, cause);
}

function nothingKept(folder: string, hint: string, cause: unknown): HooksError {
  const message = `Nothing can be kept for this project in ${folder} (${systemCode(cause) ?? String(cause)}).`;
  return new HooksError("FOLDER_UNWRITABLE", { message, hint, cause });
}
