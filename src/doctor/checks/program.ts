import { installedBy, isInCache, releasedFor, type Machine } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { failure, ok } from "../judgements.ts";
import type { DoctorOptions } from "../surroundings.ts";

/** Which program `listen` would start, and from where. */
export const program: Check = async ({ facts, options, typedProgram, tunnel: { machine } }) => {
  const found = await facts.program();
  if ("file" in found) return [ok(`${found.file} ${whence(found.file, options, machine)}.`)];
  const { message, hint = "" } = found.error;
  const lines = hint.split("\n");
  const installing = installedBy(machine);
  const isMissing = lines.join("\n").startsWith(installing.join("\n"));
  const fetching =
    isMissing && releasedFor(machine) !== undefined
      ? ["Or let listen download it:", `  ${typedProgram} listen --yes`]
      : [];
  return [failure(message, ...lines.toSpliced(installing.length, 0, ...fetching))];
};

function whence(file: string, { cloudflared }: DoctorOptions, machine: Machine): string {
  if (cloudflared !== undefined) return `(from ${cloudflared.named})`;
  return isInCache(file, machine) ? "is in the cache of appdirect-hooks" : "is the first on PATH";
}
