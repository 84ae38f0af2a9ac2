import { basename, isAbsolute, relative } from "node:path";
import type { Host } from "../../host.ts";

/** How a user would type the program's name again: the way this run was started. */
export function programName(host: Pick<Host, "env" | "programFile" | "cwd">): string {
  // npm sets npm_command for what it runs; within the package itself npx finds its own program too.
  if (host.env["npm_command"] !== undefined) return "npx appdirect-hooks";
  if (!host.programFile.endsWith(".js")) return basename(host.programFile).replace(/\.(cmd|ps1|exe)$/, "");
  const way = relative(host.cwd, host.programFile);
  // npm's starters on Windows name the installed file itself.
  if (/(?:^|[\\/])node_modules[\\/]/.test(host.programFile)) {
    return way.startsWith("..") || isAbsolute(way) ? "appdirect-hooks" : "npx appdirect-hooks";
  }
  return `node ${/\s/.test(way) ? `"${way}"` : way}`;
}
