import { isAbsolute, join } from "node:path";
import type { Machine } from "../../provider.ts";

/** Where a downloaded one is kept. */
export function cacheFolder({ env, platform, homeFolder }: Machine): string {
  const chosen = env["XDG_CACHE_HOME"] ?? "";
  const base = isAbsolute(chosen)
    ? chosen
    : platform === "win32"
      ? (env["LOCALAPPDATA"] ?? join(homeFolder, "AppData", "Local"))
      : platform === "darwin"
        ? join(homeFolder, "Library", "Caches")
        : join(homeFolder, ".cache");
  return join(base, "appdirect-hooks", "cloudflared");
}

/** What the program's file is called. */
export function nameOn({ platform }: Pick<Machine, "platform">): string {
  return platform === "win32" ? "cloudflared.exe" : "cloudflared";
}
