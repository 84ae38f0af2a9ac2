import { createHmac, hkdfSync } from "node:crypto";
import type { Clock } from "../../../clock.ts";
import { longText } from "../../../duration.ts";
import type { Random } from "../../../random.ts";
import type { Verdict } from "../../authentication.ts";
import { isSame } from "../../same.ts";

/** In seconds, for the answer that has one. */
export const lifetimeSeconds = 300;

/**
 * They are kept nowhere: a token says itself until when it is right, and whether we issued it. So their number costs no
 * memory, and a listener that starts again takes those that it issued before.
 */
export class AccessTokens {
  readonly #key: Buffer | undefined;
  readonly #surroundings: { clock: Clock; random: Random };

  /** `secrets`: what the tokens are issued for; undefined issues none, and takes none. */
  constructor(secrets: readonly string[] | undefined, surroundings: { clock: Clock; random: Random }) {
    this.#key = secrets && keyOf(secrets);
    this.#surroundings = surroundings;
  }

  issue(): string | undefined {
    const { clock, random } = this.#surroundings;
    const expiresAt = clock.now().getTime() + lifetimeSeconds * 1000;
    const content = `${expiresAt}.${random.token()}`;
    return this.#key && `${content}.${mark(content, this.#key)}`;
  }

  verdictOn(token: string): Verdict {
    const [, content = "", expiresAt = "", marked = ""] = /^((\d{1,16})\.[\w-]+)\.([\w-]+)$/.exec(token) ?? [];
    if (this.#key === undefined || !isSame(marked, mark(content, this.#key)))
      return { accepted: false, reason: "wrong bearer token" };
    const agoMs = this.#surroundings.clock.now().getTime() - Number(expiresAt);
    if (agoMs < 0) return { accepted: true };
    return { accepted: false, reason: `expired bearer token (expired ${longText(agoMs)} ago)` };
  }
}

function keyOf(secrets: readonly string[]): Buffer {
  return Buffer.from(hkdfSync("sha256", JSON.stringify(secrets), "", "appdirect-hooks access tokens", 32));
}

function mark(content: string, key: Buffer): string {
  return createHmac("sha256", key).update(content).digest("base64url");
}
