import { durationText } from "../../duration.ts";
import type { SimulateNotice } from "../../sessions/simulate/index.ts";
import { columns, hanging } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText, numberText } from "../quantities.ts";
import { shellLines } from "../shell-lines.ts";
import { readyLines, webhookText } from "./ready-lines.ts";
import type { AttemptNotice, HappenedNotice, SimulateViewSurroundings } from "./surroundings.ts";

type SaidNotice = Exclude<SimulateNotice, HappenedNotice | AttemptNotice>;

/** What is said beside events and attempts. */
export function saidLines(notice: SaidNotice, surroundings: SimulateViewSurroundings): string {
  const { errTheme: theme, errWidth } = surroundings;
  const said = (sentence: string) => `${hanging(sentence, errWidth())}\n`;
  switch (notice.kind) {
    case "ready":
      return readyLines(notice, surroundings);
    case "nobody":
      return nobodyLines(surroundings);
    case "webhook":
      return said(
        `webhook ${notice.did}: ${webhookText(notice.webhook, theme)} ${theme.faint(`(${printable(notice.webhook.id)})`)}${givenUpText(notice)}`,
      );
    case "refused":
      return said(
        `${theme.careful("refused:")} ${printable(notice.reason)} ${theme.faint(`(answered ${notice.status})`)}`,
      );
    case "held":
      return said(
        `${theme.careful("!")} ${countText(notice.pending, "delivery", "deliveries")} wait to be retried; no more events happen until some of them are delivered or given up.`,
      );
    case "end":
      return endLines(notice, surroundings);
  }
}

function nobodyLines({ errTheme: theme, errWidth, program }: SimulateViewSurroundings): string {
  const sentence = `${theme.careful("!")} There is no webhook yet, so no event happens. Create one through the API, or stop this and run each of these in a terminal:`;
  const commands = [`${program} listen 3000 --no-tunnel`, `${program} simulate --to 4747`];
  const lines = commands
    .flatMap((command) => shellLines(command, errWidth() - 4))
    .map((line) => `    ${theme.strong(line)}`);
  return `${[hanging(sentence, errWidth()), ...lines].join("\n")}\n`;
}

function endLines(
  { happened, delivered, failed, pending, durationMs, stateFile }: Extract<SaidNotice, { kind: "end" }>,
  { errTheme: theme, errWidth, shownPath }: SimulateViewSurroundings,
): string {
  const kept =
    stateFile === undefined
      ? "lost with this run; --state keeps them"
      : "the next run with this state goes on with them";
  const rows: (readonly [string, string])[] = [
    ["happened", `${countText(happened, "event")}${theme.faint(` in ${durationText(durationMs)}`)}`],
    ["delivered", theme.good(numberText(delivered))],
    ...(failed > 0 ? [["given up", theme.bad(numberText(failed))] as const] : []),
    ...(pending > 0 ? [["pending", `${theme.careful(numberText(pending))}, ${kept}`] as const] : []),
    ...(stateFile === undefined ? [] : [["state", shownPath(stateFile)] as const]),
  ];
  const lines = columns(
    rows.map(([name, text]) => [theme.faint(name), text] as const),
    errWidth(),
  );
  return `${["", ...lines].join("\n")}\n`;
}

/** `; 2 pending deliveries were given up` */
function givenUpText({ givenUp = [] }: Extract<SimulateNotice, { kind: "webhook" }>): string {
  if (givenUp.length === 0) return "";
  const what = countText(givenUp.length, "pending delivery was", "pending deliveries were");
  return `; ${what} given up`;
}
