import { systemCode } from "../../../errors.ts";
import type { Failure } from "../../attempt.ts";

/** Why a program did not start, and what to do. */
export function startFailure(program: string, cause: unknown): Failure {
  return { reason: "not startable", detail: startDetail(program, systemCode(cause) ?? "unknown") };
}

function startDetail(program: string, code: string): string {
  switch (code) {
    case "ENOENT":
      return `${program} was not found; give its path, or add the program that runs it (node handle.js)`;
    case "EACCES":
      return `${program} cannot be run (permission denied); make it executable, or add the program that runs it (node handle.js)`;
    case "EINVAL": // Windows, for .cmd and .bat files: https://nodejs.org/en/blog/vulnerability/april-2024-security-releases-2
    case "ENOEXEC":
    case "UNKNOWN":
      return `${program} cannot be started without a shell; add the program that runs it (node handle.js, cmd /c handle.cmd)`;
    default:
      return `${program} could not be started (${code})`;
  }
}
