import { HooksError, systemCode } from "../errors.ts";

export function unusableProgram(file: string, reason: string): HooksError {
  return new HooksError("TUNNEL_PROGRAM_MISSING", {
    message: `${file} cannot be used as cloudflared: ${reason}.`,
    hint: "It was asked for with --cloudflared, APPDIRECT_HOOKS_CLOUDFLARED or CLOUDFLARED_BIN: change or drop that.",
  });
}

/** `installing` are the lines that tell how it is installed on this machine. */
export function programMissing(installing: readonly string[]): HooksError {
  const message = "cloudflared is not installed: the program that gives this machine a public address.";
  return new HooksError("TUNNEL_PROGRAM_MISSING", { message, hint: waysOn(installing) });
}

export function programNotExecutable(file: string): HooksError {
  const message = `cloudflared is at ${file}, but this user may not run it.`;
  return new HooksError("TUNNEL_PROGRAM_MISSING", { message, hint: waysOn([`Make it a program: chmod +x '${file}'`]) });
}

/** What lies where a downloaded one is kept, and is no file. */
export function programPlaceTaken(place: string): HooksError {
  const message = `cloudflared is not installed, and cannot be kept at ${place}: what is there is not a file.`;
  const hint = waysOn(["Remove that, or name another place in XDG_CACHE_HOME."]);
  return new HooksError("TUNNEL_PROGRAM_MISSING", { message, hint });
}

/** What to do, and what works without the program. */
export function waysOn(mend: readonly string[]): string {
  return [
    ...mend,
    "Or name it with --cloudflared. Other ways on:",
    "  --no-tunnel         for calls from this machine alone",
    "  --public-url <url>  where something else leads to this machine: another tunnel, a reverse proxy",
  ].join("\n");
}

export function configUnwritable(folder: string, cause: unknown): HooksError {
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `What cloudflared needs cannot be written in ${folder} (${systemCode(cause) ?? String(cause)}).`,
    hint: "Name another state folder in XDG_STATE_HOME.",
    cause,
  });
}
