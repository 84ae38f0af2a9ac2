import { redactAddress } from "../authentication/index.ts";
import { HooksError } from "../errors.ts";

/** A text that is no target; `message` quotes it by `quoted`. Who parses it names the forms that there are. */
export function badTarget(message: string): HooksError {
  return new HooksError("BAD_VALUE", { message });
}

/** What was typed, without secrets of its query, and without credentials: whatever stands before the last `@`. */
export function quoted(typed: string): string {
  const text = redactAddress(typed);
  const at = text.lastIndexOf("@");
  if (at === -1) return `"${text}"`;
  const slashes = text.indexOf("//");
  const from = slashes !== -1 && slashes < at ? slashes + 2 : text.indexOf("=") + 1;
  return `"${text.slice(0, Math.min(from, at))}***${text.slice(at)}"`;
}
