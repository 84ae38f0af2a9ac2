import { spawn } from "node:child_process";
import type { Clock } from "../../clock.ts";
import { withoutSecrets } from "../../config/index.ts";
import { systemCode } from "../../errors.ts";
import type { Host } from "../../host.ts";
import { within } from "../../waiting.ts";

export interface BrowserSurroundings {
  host: Pick<Host, "env" | "platform" | "stderr">;
  clock: Clock;
}

/** Opens an address in the browser of whoever sits at the terminal. Gives the reason where that cannot be done. */
export async function openInBrowser(
  address: string,
  { host, clock }: BrowserSurroundings,
): Promise<string | undefined> {
  const against = reasonAgainst(host);
  if (against !== undefined) return against;
  let reason = "no program for it was found";
  for (const [program = "", ...args] of openers(host, address)) {
    const end = await within(clock, patienceMs, startAlone(program, args, host));
    if (end === undefined || end === 0) return undefined;
    if (end !== "ENOENT") reason = typeof end === "number" ? `${program} ended with ${end}` : `${program}: ${end}`;
  }
  return reason;
}

/** Some programs end once the browser has the address, others with the browser: what lives so long has opened it. */
const patienceMs = 3_000;

function reasonAgainst({ env, platform, stderr }: BrowserSurroundings["host"]): string | undefined {
  if (stderr.isTTY !== true) return "this is not a terminal";
  if (env["CI"]) return "CI is set";
  const hasDesktop = platform === "darwin" || platform === "win32" || env["DISPLAY"] || env["WAYLAND_DISPLAY"];
  return hasDesktop || env["BROWSER"] ? undefined : "there is no desktop (neither DISPLAY nor WAYLAND_DISPLAY is set)";
}

/** What opens an address, the first that is there before the others. */
function openers({ env, platform }: BrowserSurroundings["host"], address: string): string[][] {
  const chosen = (env["BROWSER"] ?? "").split(platform === "win32" ? ";" : ":").filter((one) => one.trim() !== "");
  return [...chosen.map((one) => chosenOpener(one.trim(), address)), systemOpener(platform, address)];
}

/** As others read BROWSER: a program, or with `%s` for the address a command with arguments. */
function chosenOpener(text: string, address: string): string[] {
  if (!text.includes("%s")) return [text, address];
  return text.split(/\s+/).map((word) => word.replaceAll("%s", address));
}

function systemOpener(platform: string, address: string): string[] {
  if (platform === "darwin") return ["open", address];
  if (platform === "win32") return ["rundll32", "url.dll,FileProtocolHandler", address];
  return ["xdg-open", address];
}

/** Its exit status, or the code of what kept it from starting. It outlives us, and our terminal is not its own. */
function startAlone(program: string, args: readonly string[], { env }: Pick<Host, "env">): Promise<number | string> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      env: withoutSecrets(env),
      stdio: "ignore",
      detached: true,
      windowsHide: true,
    });
    child.once("error", (cause) => resolve(systemCode(cause) ?? cause.message));
    child.once("exit", (status, signal) => resolve(status ?? signal ?? 1));
    child.unref();
  });
}
