import { redactQuery } from "../authentication/index.ts";
import { HooksError } from "../errors.ts";

/** A text that is no target. `message` quotes it by `quoted`. */
export function badTarget(message: string): HooksError {
  const hint =
    "Give a URL (http://localhost:3000/hooks), host:port (localhost:3000) or a port (3000); events may stand in front (order=3000).";
  return new HooksError("BAD_VALUE", { message, hint });
}

/** What was typed, without secrets of its query, and without credentials: whatever stands before the last `@`. */
export function quoted(typed: string): string {
  const text = redactQuery(typed);
  const at = text.lastIndexOf("@");
  if (at === -1) return `"${text}"`;
  const slashes = text.indexOf("//");
  const from = slashes !== -1 && slashes < at ? slashes + 2 : text.indexOf("=") + 1;
  return `"${text.slice(0, Math.min(from, at))}***${text.slice(at)}"`;
}
