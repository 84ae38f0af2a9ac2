import type { PresentFailure, PresentSurroundings } from "../../authentication.ts";
import { fetchToken, type TokenCall } from "./fetch-token.ts";
import type { FetchedToken } from "./read-token-answer.ts";

/** It must still be right when it arrives. */
const earlierMs = 10_000;

/** Where nothing says how long a token lives (RFC 6749, 5.1). */
const unknownLifetimeMs = 60_000;

/** An access token that is had once and kept while it lives; one request at a time, however many ask. */
export class TokenSource {
  readonly #call: TokenCall;
  readonly #surroundings: PresentSurroundings;
  #kept: { token: string; untilMs: number } | undefined;
  #asking: Promise<string | PresentFailure> | undefined;

  constructor(call: TokenCall, surroundings: PresentSurroundings) {
    this.#call = call;
    this.#surroundings = surroundings;
  }

  token(): Promise<string | PresentFailure> {
    if (this.#kept !== undefined && this.#surroundings.clock.elapsed() < this.#kept.untilMs)
      return Promise.resolve(this.#kept.token);
    this.#asking ??= this.#ask().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  forget(): void {
    this.#kept = undefined;
  }

  async #ask(): Promise<string | PresentFailure> {
    const askedAt = this.#surroundings.clock.elapsed(); // the token lives from some time after that
    const fetched = await fetchToken(this.#call, this.#surroundings);
    if ("failure" in fetched) return fetched;
    this.#kept = { token: fetched.token, untilMs: askedAt + keptMs(fetched) };
    return fetched.token;
  }
}

function keptMs({ lifetimeMs }: FetchedToken): number {
  return lifetimeMs === undefined ? unknownLifetimeMs : lifetimeMs - earlierMs;
}
