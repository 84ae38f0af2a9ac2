import { badStatuses } from "./sentences.ts";

/** Which HTTP statuses count as success: ranges, both ends included. */
export type StatusRanges = readonly { from: number; to: number }[];

/** What AppDirect takes as delivered. Source: developer.appdirect.com/webhooks/webhookFAQ ("2XX range") */
export const success: StatusRanges = [{ from: 200, to: 299 }];

/** `200-299,404`. Throws BAD_VALUE. */
export function parseStatuses(text: string): StatusRanges {
  return text.split(",").map((part) => parseRange(part.trim(), text));
}

function parseRange(part: string, text: string): StatusRanges[number] {
  const [, first, last] = /^(\d{3})(?:-(\d{3}))?$/.exec(part) ?? [];
  const from = Number(first);
  const to = Number(last ?? first);
  if (from >= 200 && from <= to && to <= 999) return { from, to };
  throw badStatuses(text);
}
