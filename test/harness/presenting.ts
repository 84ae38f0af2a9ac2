import { systemClock } from "../../src/clock.ts";
import { authentications } from "../../src/authentication/index.ts";
import type { Target } from "../../src/delivery/index.ts";
import type { ReplayOptions } from "../../src/sessions/index.ts";

/** What presents this token to those targets. */
export async function presentingToken(token: string, to: (target: Target) => boolean = () => true) {
  const presenter = (await authentications.token.load()).present({ token }, { clock: systemClock });
  return {
    presenterFor: (target: Target) => (to(target) ? presenter : undefined),
  } satisfies ReplayOptions["presenting"];
}
