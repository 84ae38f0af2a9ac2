import { setText } from "../../duration.ts";
import type { SimulateReadyNotice } from "../../sessions/simulate/index.ts";
import { columns } from "../columns.ts";
import { printable } from "../printable.ts";
import { countText } from "../quantities.ts";
import type { Theme } from "../theme.ts";
import type { SimulateViewSurroundings } from "./surroundings.ts";

/** Where it is, what its API takes, whom it sends to, and how it retries. */
export function readyLines(notice: SimulateReadyNotice, surroundings: SimulateViewSurroundings): string {
  const { errTheme: theme, errWidth } = surroundings;
  const lines = columns(
    rowsOf(notice, surroundings).map(([name, text]) => [theme.faint(name), text] as const),
    errWidth(),
  );
  const { instead } = notice;
  const moved = instead === undefined ? [] : [`Port ${instead.taken} is in use; the API is on ${instead.port}.`];
  const open = notice.isOpen ? [openText(theme), ""] : [];
  const next = notice.webhooks.length === 0 ? [] : [theme.faint("Press Ctrl-C to stop."), ""];
  return `${[...moved, ...lines, "", ...open, ...next].join("\n")}\n`;
}

/** What the API posts to is anything that a webhook names. */
function openText(theme: Theme): string {
  return `${theme.careful("!")} Others can use this API: it can be reached from outside this machine, and its secret is known.\n  Choose your own with --api-client, or leave --host out.`;
}

type Row = readonly [name: string, text: string];

function rowsOf(notice: SimulateReadyNotice, surroundings: SimulateViewSurroundings): Row[] {
  const { url, clientId, clientSecret, webhooks, stateFile, pending } = notice;
  const { errTheme: theme, shownPath } = surroundings;
  const texts = webhooks.length === 0 ? ["none yet"] : webhooks.map((webhook) => webhookText(webhook, theme));
  return [
    ["marketplace", theme.strong(url)],
    ["client id", printable(clientId)],
    ...(clientSecret === undefined ? [] : [["secret", printable(clientSecret)] as const]),
    ...texts.map((text, index) => [index === 0 ? "webhooks" : "", text] as const),
    ["state", stateFile === undefined ? "in memory; --state keeps it" : shownPath(stateFile)],
    ...(pending > 0
      ? [["", `goes on with ${countText(pending, "pending delivery", "pending deliveries")}`] as const]
      : []),
    ...(notice.waiting > 0 ? [["", waitingText(notice.waiting)] as const] : []),
    ["retries", retriesText(surroundings)],
  ];
}

/** `http://localhost:3000/ gets subscription.*` */
export function webhookText({ url, events }: SimulateReadyNotice["webhooks"][number], theme: Theme): string {
  return `${printable(url)}${events === "*" ? "" : theme.faint(` gets ${printable(events)}`)}`;
}

function waitingText(count: number): string {
  const waiting = `${countText(count, "pending delivery", "pending deliveries")} of a webhook that is not there`;
  return `${waiting}; to go on with ${count === 1 ? "it" : "them"}, start with the same --to`;
}

/** What AppDirect documents, and what is a guess. */
function retriesText({ waitsMs, documentedWaits, timeScale }: SimulateViewSurroundings): string {
  const texts = waitsMs.map(setText);
  const guessed = texts.slice(documentedWaits).join(", ");
  const faster = timeScale === 1 ? "" : `; here ${timeScale} times faster`;
  const unconfirmed = guessed === "" ? "" : `, then ${guessed} (unconfirmed)`;
  return `after ${texts.slice(0, documentedWaits).join(", ")}${unconfirmed}${faster}`;
}
