import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { mistaken } from "../values/index.ts";
import {
  checkCertificates,
  parseTarget,
  withHeaders,
  type Target,
  type TrustedCertificates,
} from "../delivery/index.ts";
import { HooksError } from "../errors.ts";
import { areSamePatterns } from "../events/index.ts";
import type { CommandContext, CommandInput } from "./command.ts";
import { certificatesUnreadable, namedTwice } from "./sentences/targets.ts";

/** The handlers that `listen` was given. Those on the command line replace the ones that are set, and that is said. */
export function forwardingTargets(
  { positionals, options, given }: CommandInput<"forwardTo" | "exec" | "header">,
  { terminal }: CommandContext,
): Target[] {
  const named = positionals.map((text) => parseTarget(text));
  const isReplaced = named.length > 0 && given.isGiven("forwardTo") && !given.isTyped("forwardTo");
  if (isReplaced) terminal.say(`The targets on the command line replace those of ${given.nameOf("forwardTo")}.\n`);
  const targets = [...named, ...(isReplaced ? [] : options.forwardTo)];
  const all = targets.map((target) => withHeaders(target, options.header));
  return refuseTwins(options.exec === undefined ? all : [...all, options.exec]);
}

/** Each once: what is named twice for the same events would get each of them twice. Throws `HooksError` USAGE. */
export function refuseTwins(targets: Target[]): Target[] {
  const isSame = (one: Target, other: Target) =>
    isSamePlace(one.address, other.address) && areSamePatterns(one.patterns, other.patterns);
  const twin = targets.find((target, index) => targets.slice(0, index).some((before) => isSame(before, target)));
  if (twin !== undefined) throw namedTwice(twin.name);
  return targets;
}

/** Of an HTTP target `localhost` is either loopback address. */
function isSamePlace(one: Target["address"], other: Target["address"]): boolean {
  const places = [{ ...one }, { ...other }];
  const isLocal = places.some((place) => "url" in place && /^https?:\/\/localhost[:/]/.test(String(place.url)));
  const [left, right] = places.map((place) =>
    isLocal && "url" in place
      ? { ...place, url: String(place.url).replace(/(?<=^https?:\/\/)(?:127\.0\.0\.1|\[::1\])(?=[:/])/, "localhost") }
      : place,
  );
  return isDeepStrictEqual(left, right);
}

/** The certificates to trust, in PEM; `file` as it was given. Throws `HooksError` BAD_VALUE. */
export async function readTrusted(
  file: string,
  { given }: { given: { nameOf(name: "cacert"): string } },
  { host }: CommandContext,
): Promise<TrustedCertificates> {
  const named = given.nameOf("cacert");
  const path = resolve(host.cwd, file);
  const pem = await readFile(path, "utf8").catch((cause: unknown) => {
    throw certificatesUnreadable(path, named, cause);
  });
  try {
    checkCertificates(pem);
  } catch (cause) {
    throw cause instanceof HooksError ? mistaken({ named }, cause) : cause;
  }
  return { pem, file };
}
