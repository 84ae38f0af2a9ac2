import type { FieldRow } from "../../events/index.ts";
import { columns } from "../columns.ts";
import type { CatalogViewSurroundings } from "./event-list.ts";

/** A field a line: its path, what it holds, what it means. With a limited width those below a field stand further in. */
export function fieldLines(rows: readonly FieldRow[], { theme, width }: CatalogViewSurroundings): string[] {
  const isTree = width !== Number.POSITIVE_INFINITY;
  return columns(
    rows.map((row) => [theme.name(isTree ? indented(row.path) : row.path), fieldText(row, rows)] as const),
    width,
    isTree ? Math.floor(width * 0.36) : undefined,
  );
}

/** `order.paymentPlan.costs` → `    costs`; of what a list holds the name alone. */
function indented(path: string): string {
  const steps = path.split(".");
  return `${"  ".repeat(steps.length - 1)}${steps.at(-1) ?? ""}`;
}

/** `text, or null. The vendor's own id. (from the REST API)` */
function fieldText(row: FieldRow, all: readonly FieldRow[]): string {
  const { meaning, certainty } = row;
  const parts = [`${typeText(row, all)}.`, meaning, certainty === undefined ? "" : `(${certainty})`];
  return parts.filter((part) => part !== "").join(" ");
}

function typeText(row: FieldRow, all: readonly FieldRow[]): string {
  const { type, values = [], sameAs } = row;
  const holds = `${type}${row.isOptional ? ", or missing" : ""}`;
  if (values.length > 1) return holds.replace("a word", `one of ${values.join(", ")}`);
  if (sameAs !== undefined) return `${holds}; same fields as ${sameAs}`;
  return isBlank(row, all) ? `${holds}; its content is not documented` : holds;
}

/** An object, or a list of them, of which no field is known. */
export function isBlank({ path, isOpen, sameAs }: FieldRow, all: readonly FieldRow[]): boolean {
  return (
    isOpen &&
    sameAs === undefined &&
    !all.some((one) => one.path.startsWith(`${path}.`) || one.path.startsWith(`${path}[*]`))
  );
}
