import type { WarningLine } from "../../listen-line/index.ts";
import { jsonLine } from "../printable.ts";
import { countText } from "../quantities.ts";
import type { FormatName } from "./table.ts";
import { warningText } from "../warnings.ts";

/** What stands where lines of a session are missing because nobody read them in time: a line, as the others are. */
export function unreadText(lines: number, format: FormatName): string {
  if (format !== "json")
    return `… ${countText(lines, "line")} left out: nobody read ${lines === 1 ? "it" : "them"} in time\n`;
  const line: WarningLine = { type: "warning", ...warningText({ about: "output unread", lines }) };
  return jsonLine(line);
}
