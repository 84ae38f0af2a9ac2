import type { HeaderList } from "../endpoint.ts";
import { everyEvent, parsePatterns, type EventPatterns } from "../events/index.ts";
import { badTarget, quoted } from "./bad-target.ts";
import { checkTargetHeaders } from "./target-headers.ts";
import type { Target } from "./target.ts";
import { kindClaiming, kindOf } from "./targets/table.ts";

/**
 * A handler as it is named on the command line: an address in the form of one of the kinds of target, with the events
 * it gets in front if not all: `subscription.*,order=http://localhost:4001/hooks`. Throws BAD_VALUE, and what
 * `parsePatterns` throws.
 */
export function parseTarget(text: string, extra: { headers?: HeaderList } = {}): Target {
  const typed = text.trim();
  const { patterns, address } = splitPatterns(typed);
  if (address === "") throw badTarget("A target is empty.");
  const parsed = kindOf(address).parse(address, typed);
  const headers = checkTargetHeaders(extra.headers ?? []);
  return { name: parsed.name, patterns, address: parsed, headers: parsed.takesHeaders ? headers : [] };
}

/** An address may hold a `=` too, so what looks like one is never split. */
function splitPatterns(text: string): { patterns: EventPatterns; address: string } {
  const equals = text.indexOf("=");
  if (kindClaiming(text) !== undefined || equals === -1) return { patterns: everyEvent, address: text };
  if (equals === 0) throw badTarget(`No events stand before the = in the target ${quoted(text)}.`);
  const address = text.slice(equals + 1).trim();
  if (address === "") throw badTarget(`No address stands after the = in the target ${quoted(text)}.`);
  return { patterns: parsePatterns(text.slice(0, equals)), address };
}
