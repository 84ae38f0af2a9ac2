import { textItems, textMembers } from "../../events/index.ts";
import { cut, padded, textWidth } from "../columns.ts";
import type { Theme } from "../theme.ts";
import type { Row } from "./rows.ts";
import { fieldText, isEmpty, valueText } from "./value-text.ts";

/** An order's lines, given as JSON with the order's currency, as a small table: `3 × User  12.00 EUR  = 36.00 EUR`. */
export function orderLines(list: string, currency: string | undefined, theme: Theme): Pick<Row, "lines" | "more"> {
  const items = textItems(list);
  const rows = items.slice(0, mostLines).map((item) => itemCells(item, currency));
  return { lines: (room) => table(rows, { theme, room }), more: items.length - rows.length };
}

function table(rows: readonly Cells[], { theme, room }: { theme: Theme; room: number }): string[] {
  const [first, second] = [0, 1].map((column) => Math.max(0, ...rows.map((cells) => textWidth(cells[column] ?? ""))));
  return rows.map(([what, price, total]) => {
    const line = `${padded(what, first ?? 0)}  ${" ".repeat((second ?? 0) - textWidth(price))}${price}`.trimEnd();
    const whole = total === "" ? line : `${line}  = ${total}`;
    return textWidth(whole) <= room ? line + theme.faint(whole.slice(line.length)) : cut(line, room);
  });
}

/** More than any view shows. */
const mostLines = 20;

type Cells = [what: string, price: string, total: string];

/** What is no object is shown as it is. */
function itemCells(item: string, currency: string | undefined): Cells {
  return item.startsWith("{") ? cellsOf(textMembers(item), currency) : [valueIn(item) ?? "", "", ""];
}

function cellsOf(line: Map<string, string>, currency: string | undefined): Cells {
  const filled = (name: string) => {
    const text = line.get(name);
    return text === undefined || isEmpty(text) ? undefined : text;
  };
  const money = (name: string) => {
    const text = filled(name);
    return text === undefined ? "" : fieldText(name, text, currency);
  };
  const [quantity, unit, percentage] = ["quantity", "unit", "percentage"].map((name) => valueIn(filled(name)));
  const type = valueIn(filled("type"));
  if (quantity === undefined || (type !== undefined && type !== "ITEM"))
    return [
      `${titled(type ?? unit ?? "line")}${percentage === undefined ? "" : ` ${percentage}%`}`,
      money("totalPrice"),
      "",
    ];
  const [price, total] = [money("price"), money("totalPrice")];
  return [
    `${quantity} × ${titled(unit ?? "unit")}`,
    price === "" ? total : price,
    price === "" || total === price ? "" : total,
  ];
}

function valueIn(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cut(valueText(text), longestWord);
}

/** A custom unit has a name of its own. */
const longestWord = 30;

/** `User` for `USER`, `Gigabyte transferred` for `GIGABYTE_TRANSFERRED`. */
function titled(word: string): string {
  const words = word.replaceAll("_", " ");
  return words === words.toUpperCase() ? words.charAt(0) + words.slice(1).toLowerCase() : words;
}
