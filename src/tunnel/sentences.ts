import { HooksError, systemCode } from "../errors.ts";

export function unusableProgram(file: string, reason: string): HooksError {
  return new HooksError("TUNNEL_PROGRAM_MISSING", {
    message: `${file} cannot be used as cloudflared: ${reason}.`,
    hint: "Change or remove --cloudflared, APPDIRECT_HOOKS_CLOUDFLARED or CLOUDFLARED_BIN, whichever names it.",
  });
}

/** `installing` are the lines that tell how it is installed on this machine. */
export function programMissing(installing: readonly string[]): HooksError {
  const message = "cloudflared is not installed. It gives this machine a public address.";
  return new HooksError("TUNNEL_PROGRAM_MISSING", { message, hint: waysOn(installing) });
}

export function programNotExecutable(file: string): HooksError {
  const message = `cloudflared is at ${file}, but this user may not run it.`;
  return new HooksError("TUNNEL_PROGRAM_MISSING", {
    message,
    hint: waysOn(["Make it executable:", `  chmod +x '${file.replaceAll("'", "'\\''")}'`]),
  });
}

/** What lies where a downloaded one is kept, and is no file. */
export function programPlaceTaken(place: string): HooksError {
  const message = `${place} exists and is not a file, so cloudflared cannot be installed there.`;
  const hint = waysOn(["Remove it, or name another folder in XDG_CACHE_HOME."]);
  return new HooksError("TUNNEL_PROGRAM_MISSING", { message, hint });
}

/** What to do, and what works without the program. */
export function waysOn(mend: readonly string[]): string {
  return [
    ...mend,
    "Or name it with --cloudflared. To listen without it:",
    "  --no-tunnel         requests from this machine only",
    "  --public-url <url>  your own tunnel or proxy",
  ].join("\n");
}

export function configUnwritable(folder: string, cause: unknown): HooksError {
  return new HooksError("FOLDER_UNWRITABLE", {
    message: `The configuration of cloudflared cannot be written in ${folder} (${systemCode(cause) ?? String(cause)}).`,
    hint: "Name another state folder in XDG_STATE_HOME.",
    cause,
  });
}
