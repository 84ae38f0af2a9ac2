import {
  describeEvent,
  isObject,
  type Matter,
  type Payload,
  mattersIn,
  textAt,
  textMembers,
} from "../../events/index.ts";
import type { EventNotice } from "../../sessions/index.ts";
import { cut } from "../columns.ts";
import { printable } from "../printable.ts";
import type { Theme } from "../theme.ts";
import { orderLines } from "./order-lines.ts";
import type { Row } from "./rows.ts";
import { fieldText, isEmpty, valueText } from "./value-text.ts";

/** The fields that a person looks at first, without those that are empty and what the headline says already. */
export function matterRows(notice: EventNotice, theme: Theme): Row[] {
  const { shown, shownText, headline, names } = notice;
  const { content: isThere, known, resourceType } = describeEvent(shown);
  const content = isThere === undefined ? undefined : textAt(shownText, ["resource", "content"]);
  if (content === undefined) return known && isRemoval(shown) ? [] : firstFields(outerText(shownText));
  const matters = mattersIn(resourceType, content);
  if (matters === undefined) return firstFields(content);
  const filled = matters.filter(({ text }) => !isEmpty(text));
  if (filled.length === 0) return firstFields(content);
  const said = headline.map(printable);
  return filled
    .map((matter) => rowOf(matter, names, theme))
    .filter(({ text }) => text === undefined || !said.includes(text))
    .map(({ row }) => row);
}

/** `text` where it is one line. */
function rowOf(
  { label, field, text, currency }: Matter,
  names: EventNotice["names"],
  theme: Theme,
): { row: Row; text?: string } {
  if (field === "orderLines" && text.startsWith("[")) return { row: { label, ...orderLines(text, currency, theme) } };
  const name = Object.hasOwn(names, field) ? names[field] : undefined;
  const shown = name === undefined ? fieldText(field, text, currency) : printable(name);
  return { row: { label, lines: (room) => [cut(shown, room)] }, text: shown };
}

/** Only then a documented event has no content, and its headline says all of it. */
function isRemoval(payload: Payload): boolean {
  return isObject(payload) && payload["resourceAction"] === "REMOVED";
}

/** What tells most where it is no documented content: the resource, or all there is. */
function outerText(text: string): string {
  const resource = textAt(text, ["resource"]);
  return resource?.startsWith("{") === true ? resource : text;
}

/** The filled fields of any JSON; what points somewhere tells a person least, and comes last. */
function firstFields(text: string): Row[] {
  if (!text.startsWith("{")) return [{ label: "", lines: (room) => [cut(valueText(text), room)] }];
  const members = textMembers(text);
  const currency = members.get("currency");
  const filled = [...members].filter(([, value]) => !isEmpty(value));
  filled.sort(([left], [right]) => Number(isReference(left)) - Number(isReference(right)));
  return filled.slice(0, mostFields).map(([name, value]) => ({
    label: printable(name.slice(0, longestName)),
    lines: (room) => [cut(fieldText(name, value, currency), room)],
  }));
}

/** More than any view shows. */
const mostFields = 20;
const longestName = 200;

function isReference(name: string): boolean {
  return /^(id|uuid|href|links|openId|deleted|enabled)$|(Id|Uuid|Url|Pic)$/.test(name);
}
