import { HooksError, systemCode } from "../../errors.ts";

export function nothingToCheck(): HooksError {
  return new HooksError("USAGE", {
    message: "Nothing to check: no file was named and nothing was piped in.",
    hint: "Name a file, a folder, a pattern, last, or the beginning of an id; or pipe payloads in.",
  });
}

export function reportUnwritable(file: string, cause: unknown): HooksError {
  const code = systemCode(cause);
  const reason = code === undefined ? "it is a folder" : (reasons[code] ?? code);
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `The report ${file} cannot be written: ${reason}.`,
    hint: "Name another file with --report, or check the permissions of its folder.",
    cause,
  });
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EPERM: "permission denied",
  EISDIR: "it is a folder",
  ENOENT: "its folder does not exist",
  ENOTDIR: "part of its path is a file, not a folder",
  EEXIST: "part of its path is a file, not a folder",
  ENOSPC: "the disk is full",
  EROFS: "the file system is read-only",
};
