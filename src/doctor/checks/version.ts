import { installedBy, type VersionAnswer } from "../../tunnel/index.ts";
import type { Check } from "../check.ts";
import { failure, note, ok, skipped } from "../judgements.ts";

/** Which version it is. Cloudflare supports those of the last year: README of cloudflare/cloudflared, "Deprecated versions". */
export const version: Check = async ({ facts, tunnel: { clock, machine } }) => {
  const answer = await facts.version();
  if (answer === undefined) return [skipped("There is no cloudflared.")];
  if (answer.notStarted !== undefined) return [skipped("It does not start.")];
  if (answer.version !== undefined) {
    const months = monthsSince(answer.version, clock.now());
    if (months === undefined) return [note(`It does not tell its age: ${answer.version} is no date.`)];
    if (months < 0)
      return [note(`${answer.version} is newer than this machine's clock: the date of that may be wrong.`, setIt)];
    const age = `${answer.version} is ${ageText(months)}`;
    if (months <= supportedMonths) return [ok(`${age}.`)];
    const message = `${age}: Cloudflare supports versions for one year, and may stop serving this one.`;
    return [failure(message, ...installedBy(machine), "Where a package manager brought it, update it with that.")];
  }
  if (answer.isCloudflareds) return [note(`It does not tell its version: ${answer.said}`)];
  return [failure(unknown(answer), "Install cloudflared anew, or name another program with --cloudflared.")];
};

const setIt = "Set it right: by a wrong date, certificates are not trusted.";
const supportedMonths = 12;

/** A version is named by the year and the month of its release. Undefined where there is no such month. */
function monthsSince(text: string, now: Date): number | undefined {
  const [year = 0, month = 0] = text.split(".").map(Number);
  if (month < 1 || month > 12) return undefined;
  return (now.getUTCFullYear() - year) * 12 + now.getUTCMonth() + 1 - month;
}

function ageText(months: number): string {
  if (months === 0) return "of this month";
  return months === 1 ? "one month old" : `${months} months old`;
}

function unknown({ isSilent, said, status }: VersionAnswer): string {
  if (isSilent) return "It did not tell its version within 10 s.";
  const how = typeof status === "string" ? `was ended by ${status}` : `ended with exit status ${status ?? 0}`;
  if ((status ?? 0) !== 0) return `Asked for its version, it ${how}${said === "" ? "." : `: ${said}`}`;
  return said === "" ? "It does not tell its version, but nothing at all." : `It is no cloudflared: it says ${said}`;
}
