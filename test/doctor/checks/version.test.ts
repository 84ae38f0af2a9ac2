import { expect, test } from "vitest";
import { version } from "../../../src/doctor/checks/version.ts";
import type { VersionAnswer } from "../../../src/tunnel/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { manualClock } from "../../harness/manual-clock.ts";

const silence: VersionAnswer = { isCloudflareds: false, said: "", isSilent: false };
const numbered = (number: string) => ({ ...silence, version: number, isCloudflareds: true });

async function judged(answer: VersionAnswer | undefined, now = "2026-11-23T00:00:00Z") {
  const clock = manualClock(new Date(now));
  const machine = { platform: "darwin", architecture: "arm64" };
  return version(await checkSurroundings({ facts: { version: async () => answer }, tunnel: { clock }, machine }));
}

test.each([
  ["2026.11.1", "2026-11-23T00:00:00Z", "2026.11.1 is from this month."],
  ["2026.10.9", "2026-11-01T00:00:00Z", "2026.10.9 is one month old."],
  ["2025.12.0", "2026-01-31T23:59:59Z", "2025.12.0 is one month old."],
  ["2025.8.2", "2026-07-31T23:59:59Z", "2025.8.2 is 11 months old."],
  ["2025.8.2", "2026-08-31T23:59:59Z", "2025.8.2 is 12 months old."],
])("%s is within its year at %s", async (number, now, message) => {
  expect(await judged(numbered(number), now)).toEqual([{ state: "ok", message }]);
});

test.each([
  ["2025.8.2", "2026-09-01T00:00:00Z", "13 months"],
  ["2023.7.3", "2026-11-23T00:00:00Z", "40 months"],
])("%s is too old at %s, and how to get another one is told", async (number, now, age) => {
  expect(await judged(numbered(number), now)).toEqual([
    {
      state: "failure",
      message: `${number} is ${age} old: Cloudflare supports versions for one year, and may stop serving this one.`,
      mend: ["Install it:", "  brew install cloudflared", "If a package manager installed it, update it there."],
    },
  ]);
});

test.each(["2026.12.0", "2027.1.0"])("%s is newer than a clock of November 2026", async (number) => {
  expect(await judged(numbered(number))).toEqual([
    {
      state: "note",
      message: `${number} is newer than the date of this machine, which may be wrong.`,
      mend: ["Set the clock: with a wrong date, certificates are not trusted."],
    },
  ]);
});

test.each(["2019.13.0", "2019.0.1"])("%s is of no month, and has no age", async (number) => {
  expect(await judged(numbered(number))).toEqual([
    { state: "note", message: `Its age is unknown: ${number} is not a date.`, mend: [] },
  ]);
});

test.each<[string, VersionAnswer | undefined, string, string]>([
  ["none", undefined, "skipped", "No cloudflared to check."],
  ["one that does not start", { ...silence, notStarted: "It does not run." }, "skipped", "It does not start."],
  [
    "a build of one's own",
    { ...silence, isCloudflareds: true, said: "cloudflared version DEV (built unknown)" },
    "note",
    "Its version is unknown: it prints cloudflared version DEV (built unknown)",
  ],
  ["one that is silent", { ...silence, isSilent: true }, "failure", "It did not print its version within 10 s."],
  ["one that says nothing", silence, "failure", "It prints nothing when asked for its version."],
  ["one that dies", { ...silence, status: "SIGSEGV" }, "failure", "cloudflared --version ended with SIGSEGV."],
  [
    "one that fails",
    { ...silence, status: 1, said: "unknown flag" },
    "failure",
    "cloudflared --version ended with exit status 1: unknown flag",
  ],
  [
    "one that ends well without a word",
    { ...silence, status: 0 },
    "failure",
    "It prints nothing when asked for its version.",
  ],
  [
    "another program",
    { ...silence, said: "git version 2.43.0" },
    "failure",
    "It is not cloudflared: it prints git version 2.43.0",
  ],
])("%s is judged without an age", async (_, answer, state, message) => {
  expect(await judged(answer)).toMatchObject([{ state, message }]);
});
