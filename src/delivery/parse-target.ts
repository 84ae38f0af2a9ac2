import type { HeaderList } from "../endpoint.ts";
import { HooksError } from "../errors.ts";
import { everyEvent, parsePatterns, type EventPatterns } from "../events/index.ts";
import { quoted } from "./bad-target.ts";
import { emptyTarget, noAddressBehind, noEventsInFront, withForms } from "./sentences.ts";
import { checkTargetHeaders } from "./target-headers.ts";
import type { Target } from "./target.ts";
import { kindClaiming, kindOf, targetExamples } from "./targets/table.ts";

/**
 * A handler as it is named on the command line: an address in the form of one of the kinds of target, with the events
 * it gets in front if not all: `subscription.*,order=http://localhost:4001/hooks`. Throws BAD_VALUE, and what
 * `parsePatterns` throws.
 */
export function parseTarget(text: string, extra: { headers?: HeaderList } = {}): Target {
  const { patterns, address } = namingForms(() => parseText(text.trim()));
  const headers = checkTargetHeaders(extra.headers ?? []);
  return { name: address.name, patterns, address, headers: address.takesHeaders ? headers : [] };
}

function parseText(typed: string): Pick<Target, "patterns" | "address"> {
  const { patterns, address } = splitPatterns(typed);
  if (address === "") throw emptyTarget();
  return { patterns, address: kindOf(address).parse(address, typed) };
}

/** Says what a target may look like where nothing else is said to do. */
function namingForms<Value>(parse: () => Value): Value {
  try {
    return parse();
  } catch (cause) {
    if (!(cause instanceof HooksError) || cause.hint !== undefined) throw cause;
    throw withForms(cause, targetExamples);
  }
}

/** An address may hold a `=` too, so what looks like one is never split. */
function splitPatterns(text: string): { patterns: EventPatterns; address: string } {
  const equals = text.indexOf("=");
  if (kindClaiming(text) !== undefined || equals === -1) return { patterns: everyEvent, address: text };
  if (equals === 0) throw noEventsInFront(quoted(text));
  const address = text.slice(equals + 1).trim();
  if (address === "") throw noAddressBehind(quoted(text));
  return { patterns: parsePatterns(text.slice(0, equals)), address };
}
