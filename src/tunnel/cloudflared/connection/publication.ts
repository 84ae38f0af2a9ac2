import { promises } from "node:dns";
import type { Clock } from "../../../clock.ts";
import { systemCode } from "../../../errors.ts";
import { untilAborted, within } from "../../../waiting.ts";

/** So long a name is looked for. */
const lookingMs = 3_000;
const betweenMs = 500;

export type Lookup = { found: true } | { found: false; why: string };

/**
 * Asks one DNS server whether it knows the name. The system's own resolver is never asked: where the name is not
 * published yet, it keeps for half an hour that there is none. Never rejects.
 */
export async function lookFor(name: string, resolver: string, clock: Clock, signal: AbortSignal): Promise<Lookup> {
  const until = clock.elapsed() + lookingMs;
  let answer: Lookup = { found: false, why: "no answer" };
  while (!signal.aborted) {
    const leftMs = until - clock.elapsed();
    if (leftMs <= 0) return answer;
    answer = (await askFor(name, resolver, { clock, leftMs, signal })) ?? answer;
    if (answer.found) return answer;
    await clock.sleep(Math.min(betweenMs, Math.max(0, until - clock.elapsed())), signal);
  }
  return answer;
}

/** Undefined where the time was over first: what it said before stands. */
async function askFor(
  name: string,
  server: string,
  { clock, leftMs, signal }: { clock: Clock; leftMs: number; signal: AbortSignal },
): Promise<Lookup | undefined> {
  const resolver = new promises.Resolver({ timeout: 1_000, tries: 1 });
  try {
    resolver.setServers([server]);
    const addresses = await within(clock, leftMs, untilAborted(resolver.resolve4(name), signal));
    return addresses === undefined ? undefined : { found: true };
  } catch (cause) {
    return { found: false, why: said[systemCode(cause) ?? ""] ?? String(systemCode(cause)) };
  } finally {
    resolver.cancel();
  }
}

const said: Record<string, string> = {
  ENOTFOUND: "no such name",
  ENODATA: "no address for that name",
  ETIMEOUT: "no answer",
  ECONNREFUSED: "no answer",
};
