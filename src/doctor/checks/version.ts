import { installedBy, type VersionAnswer } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { failure, note, ok, skipped } from "../judgements.ts";

/** Which version it is. Cloudflare supports those of the last year: README of cloudflare/cloudflared, "Deprecated versions". */
export const version: Check = async ({ facts, tunnel: { clock, machine } }) => {
  const answer = await facts.version();
  if (answer === undefined) return [skipped("No cloudflared to check.")];
  if (answer.notStarted !== undefined) return [skipped("It does not start.")];
  if (answer.version !== undefined) {
    const months = monthsSince(answer.version, clock.now());
    if (months === undefined) return [note(`Its age is unknown: ${answer.version} is not a date.`)];
    if (months < 0)
      return [note(`${answer.version} is newer than the date of this machine, which may be wrong.`, setIt)];
    const age = `${answer.version} is ${ageText(months)}`;
    if (months <= supportedMonths) return [ok(`${age}.`)];
    const message = `${age}: Cloudflare supports versions for one year, and may stop serving this one.`;
    return [failure(message, ...installedBy(machine), "If a package manager installed it, update it there.")];
  }
  if (answer.isCloudflareds) return [note(`Its version is unknown: it prints ${answer.said}`)];
  return [failure(unknown(answer), "Reinstall cloudflared, or name another program with --cloudflared.")];
};

const setIt = "Set the clock: with a wrong date, certificates are not trusted.";
const supportedMonths = 12;

/** A version is named by the year and the month of its release. Undefined where there is no such month. */
function monthsSince(text: string, now: Date): number | undefined {
  const [year = 0, month = 0] = text.split(".").map(Number);
  if (month < 1 || month > 12) return undefined;
  return (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month;
}

function ageText(months: number): string {
  if (months === 0) return "from this month";
  return months === 1 ? "one month old" : `${months} months old`;
}

function unknown({ isSilent, said, status }: VersionAnswer): string {
  if (isSilent) return "It did not print its version within 10 s.";
  const how = typeof status === "string" ? `ended with ${status}` : `ended with exit status ${status ?? 0}`;
  if ((status ?? 0) !== 0) return `cloudflared --version ${how}${said === "" ? "." : `: ${said}`}`;
  return said === "" ? "It prints nothing when asked for its version." : `It is not cloudflared: it prints ${said}`;
}
