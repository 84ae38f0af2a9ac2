import { isUtf8 } from "node:buffer";
import { secondsText } from "../duration.ts";
import type { BodyResult, HeaderList, IncomingCall } from "../endpoint.ts";
import { describeEvent, type EventDescription, type ReceivedEvent } from "../events/index.ts";
import { redactAddress, type Acceptance } from "../authentication/index.ts";

/** Why a call was not taken. The reason is for the user; the caller gets the status alone. */
export interface Refusal {
  status: number;
  reason: string;
  /** Whether it came to a place where no webhook is taken. */
  isAstray?: boolean;
}

export interface ReceiveSurroundings {
  acceptance: Pick<Acceptance, "verify">;
  /** Whether a tunnel of ours sets a header of this name, in lower case. */
  isSetByTunnel(name: string): boolean;
}

/** A POST becomes a received event, or a refusal. The caller is checked before its body is read. */
export async function receive(call: IncomingCall, surroundings: ReceiveSurroundings): Promise<ReceivedEvent | Refusal> {
  const origin = originOf(call.headers);
  if (origin !== undefined) return { status: 403, reason: `a web page (Origin ${origin}) posted here` };
  const verdict = surroundings.acceptance.verify(call.headers);
  if (!verdict.accepted) return { status: 401, reason: verdict.reason };
  const result = await call.readBody();
  if (result.outcome !== "read") return refusalOf(result);
  const { receivedAt, path } = call;
  return {
    receivedAt,
    method: "POST",
    path,
    ...apart(call.headers, surroundings),
    body: result.body,
    ...parse(result.body),
  };
}

/**
 * The page that a POST comes from, cut; undefined where a program sent it. Browsers name it with every POST (`null` where
 * they keep it to themselves), and no program does: a page that somebody opens must not make up events.
 */
function originOf(headers: HeaderList): string | undefined {
  const [, value] = headers.find(([name]) => name.toLowerCase() === "origin") ?? [];
  return value === "" ? '""' : value && redactAddress(value).slice(0, 100);
}

/** What a tunnel sets tells of the tunnel, and not of the event. */
function apart(
  all: HeaderList,
  { isSetByTunnel }: ReceiveSurroundings,
): Pick<ReceivedEvent, "headers" | "addedByTunnel"> {
  const isAdded = ([name]: readonly [string, string]) => isSetByTunnel(name.toLowerCase());
  const addedByTunnel = all.filter(isAdded);
  if (addedByTunnel.length === 0) return { headers: all };
  return { headers: all.filter((header) => !isAdded(header)), addedByTunnel };
}

function parse(body: Buffer): { parsed: ReceivedEvent["parsed"]; description: EventDescription } {
  const invalid = { parsed: false, description: { name: "invalid", known: false } } as const;
  if (!isUtf8(body)) return invalid;
  try {
    const payload = JSON.parse(body.toString("utf8").replace(/^\uFEFF/, ""));
    return { parsed: { payload }, description: describeEvent(payload) };
  } catch (cause) {
    if (cause instanceof SyntaxError || cause instanceof RangeError) return invalid;
    throw cause;
  }
}

function refusalOf(result: Exclude<BodyResult, { outcome: "read" }>): Refusal {
  switch (result.outcome) {
    case "too large":
      return { status: 413, reason: `a body of more than ${result.maxBytes} bytes (see --max-body)` };
    case "timed out":
      return {
        status: 408,
        reason: `an incomplete body: the rest did not arrive within ${secondsText(result.timeoutMs)}`,
      };
    case "cut off":
      return { status: 400, reason: "an incomplete body: the connection was closed" };
    case "undecodable":
      return { status: 400, reason: `a body that is not ${result.encoding}, despite its content-encoding` };
    case "unknown encoding":
      return { status: 415, reason: `a body with an unknown content-encoding (${result.encoding.slice(0, 100)})` };
  }
}
