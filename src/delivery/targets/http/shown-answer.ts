import { isSecretHeader, redactDocument } from "../../../authentication/index.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { HttpRequest } from "./request.ts";

/** What a handler answered, as far as it may be shown: it may repeat what was posted to it. */
export function shownAnswer(text: string, event: OutgoingEvent, { headers }: HttpRequest): string {
  const presented = headers.filter(([name, value]) => isSecretHeader(name, value)).map(([, value]) => value);
  const hidden = [...(event.hiddenTexts?.() ?? []), ...presented].filter((one) => one !== "");
  const written = hidden.flatMap((one) => [one, JSON.stringify(one).slice(1, -1)]);
  return redactDocument(text, [...new Set(written)]);
}
