import type { Json } from "../../events/index.ts";
import type { GeneratedEvent } from "../../generate/index.ts";

/** A made-up event and its payload as `--set` and `--unset` left it. */
export type AlteredEvent = GeneratedEvent & { altered: Json };
