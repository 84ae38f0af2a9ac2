import { installedBy, type Machine, type VersionAnswer } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { failure, ok, skipped } from "../judgements.ts";
import { readHeader, type ProgramHeader } from "../program-header.ts";

/** Whether it starts here; where it does not, its first bytes tell why. */
export const architecture: Check = async ({ facts, tunnel: { machine } }) => {
  const [found, answer] = [await facts.program(), await facts.version()];
  if (!("file" in found) || answer === undefined) return [skipped("No cloudflared to check.")];
  const { platform, architecture: processor } = machine;
  if (answer.isCloudflareds) return [ok(`It starts on this machine (${platform} ${processor}).`)];
  const header = await readHeader(found.file).catch(() => undefined);
  const why = header && reasonAgainst(header, machine);
  if (why !== undefined) return [failure(`${found.file} ${why}.`, ...newOne(machine))];
  if (answer.notStarted !== undefined) return [failure(answer.notStarted, ...newOne(machine))];
  if (typeof answer.status === "string") {
    const message = `${found.file} starts, but ends with ${answer.status}: it may be broken or incomplete.`;
    return [failure(message, ...newOne(machine))];
  }
  return [skipped(notJudged(answer))];
};

function notJudged({ isSilent, status, said }: VersionAnswer): string {
  if (isSilent) return "It starts, but does not answer.";
  if (status !== undefined && status !== 0) return `It starts, but ends with exit status ${status}.`;
  return said === "" ? "It starts, but prints nothing." : "It starts, but is not cloudflared.";
}

function reasonAgainst(header: ProgramHeader, { platform, architecture: processor }: Machine): string | undefined {
  if (header.kind === "script") return undefined;
  if (header.kind === "no program") return "is not a program: the file is empty, broken or of another kind";
  if (header.platform !== platform)
    return `is a program for ${nameOf(header.platform)}, but this machine runs ${nameOf(platform)}`;
  if (header.processors.includes(processor)) return undefined;
  return `is a program for ${header.processors.join(" and ")}, but this machine is ${processor}`;
}

const systems: Record<string, string> = { linux: "Linux", darwin: "macOS", win32: "Windows" };
const nameOf = (platform: string) => systems[platform] ?? platform;

function newOne(machine: Machine): string[] {
  return [...installedBy(machine), "Or name another one with --cloudflared."];
}
