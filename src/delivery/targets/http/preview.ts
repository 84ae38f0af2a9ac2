import type { PresentedHeader } from "../../../authentication/index.ts";
import { redactAddress } from "../../../authentication/index.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { Target } from "../../target.ts";
import type { Preview } from "../kind.ts";
import { curlCommand, requestFacts } from "./curl.ts";
import { requestOf } from "./request.ts";

/** The request, its secrets left out. */
export function preview(event: OutgoingEvent, target: Target, presented: readonly PresentedHeader[]): Preview {
  const request = requestOf(event, target);
  const shown = { ...request, url: redactAddress(request.url), presented };
  return { command: curlCommand(shown), facts: requestFacts(shown) };
}
