import { limitText } from "../../../duration.ts";
import { systemCode } from "../../../errors.ts";
import { within } from "../../../waiting.ts";
import type { PresentFailure, PresentSurroundings } from "../../authentication.ts";
import { readTokenAnswer, type FetchedToken } from "./read-token-answer.ts";
import type { TokenRequest } from "./token-request.ts";

export interface TokenCall extends TokenRequest {
  url: string;
}

const deadlineMs = 30_000;

/** Never rejects, and what it tells has no secret in it. */
export async function fetchToken(
  { url, ...request }: TokenCall,
  { clock, realClock = clock, skipVerify, trusted }: PresentSurroundings,
): Promise<FetchedToken | PresentFailure> {
  if (!URL.canParse(url)) return { failure: "the token URL is not a URL" };
  const place = new URL(url);
  const over = new AbortController();
  try {
    const { postForm } = await import("./post-form.ts");
    const asked = postForm(place, request, { skipVerify, trusted, signal: over.signal });
    const answer = await within(realClock, deadlineMs, asked);
    if (answer !== undefined) return readTokenAnswer(answer, shown(place));
    return { failure: `${shown(place)} did not answer within ${limitText(deadlineMs)}` };
  } catch (cause) {
    return { failure: broken(cause, shown(place)) };
  } finally {
    over.abort();
  }
}

/** Without user, password and query. */
function shown({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** The system's own message may quote what was sent. */
function broken(cause: unknown, place: string): string {
  const code = systemCode(cause);
  return code === "ECONNREFUSED" ? `nothing listens at ${place}` : `${place} could not be asked (${code ?? "unknown"})`;
}
