import type { ReadyNotice, TunnelNotice } from "../../sessions/index.ts";
import { columns, hanging } from "../columns.ts";
import { hintLines } from "../shell-lines.ts";
import { printable } from "../printable.ts";
import { sizeText } from "../quantities.ts";
import { durationText } from "../../duration.ts";
import { countText } from "../quantities.ts";
import { toPasteLines } from "./to-paste.ts";
import type { ViewSurroundings } from "./view.ts";

/** What becomes of the tunnel: a line each, and the new address alone on its own. */
export function tunnelLines(notice: TunnelNotice, { errTheme: theme, errWidth }: ViewSurroundings): string {
  const said = (sentence: string) => `${hanging(sentence, errWidth())}\n`;
  const hinted = (hint: string | undefined) =>
    hint === undefined ? "" : `${hintLines(hint, errWidth()).join("\n")}\n`;
  switch (notice.state) {
    case "opening":
      return said(
        theme.faint(`Opening the tunnel (${printable(notice.tunnel)}); its address is shown when it is ready.`),
      );
    case "fetching": {
      const what = `cloudflared ${notice.version} (${sizeText(notice.bytes)})`;
      return said(`Downloading ${what} from ${notice.from} into ${printable(notice.into)}`);
    }
    case "fetched": {
      const what = `cloudflared ${notice.version} is installed`;
      return said(`${theme.good("✓")} ${what}: ${sizeText(notice.bytes)} in ${durationText(notice.afterMs)}, checked`);
    }
    case "lost":
      return said(`${theme.careful("!")} tunnel lost: requests from AppDirect do not arrive; reconnecting`);
    case "regained":
      return said(`${theme.good("✓")} tunnel back after ${durationText(notice.afterMs)}, with the same address`);
    case "slept":
      return said(`${theme.careful("!")} this machine slept for ${durationText(notice.forMs)}; the tunnel reconnects`);
    case "changed":
      return (
        `\n${said(`${theme.bad("!!!")} ${theme.strong(changed(notice.why))} AppDirect still posts to the old one, which no longer works.`)}` +
        `${said("Enter this one in AppDirect under Settings > Integration > Webhooks:")}\n${printable(notice.url)}\n` +
        `${[...toPasteLines(notice.toPaste ?? []), ""].join("\n")}\n`
      );
    case "resumed":
      return said(`${theme.good("✓")} ${resumed(notice)}`);
    case "ended":
      return said(
        `${theme.careful("!")} The kept tunnel was ended: ${printable(notice.why)}. AppDirect still posts to its address, which no longer works.`,
      );
    case "warning":
      return said(`${theme.careful("!")} ${printable(notice.trouble.message)}`) + hinted(notice.trouble.hint);
    case "retrying": {
      const { message, hint, output = [] } = notice.trouble;
      const when = notice.inMs === 0 ? "" : ` Trying again in ${durationText(notice.inMs)}.`;
      const lines = output.map((line) => `  ${said(theme.faint(printable(line)))}`).join("");
      return said(`${theme.careful("!")} ${printable(message)}${when}`) + lines + hinted(hint);
    }
    case "cleared":
      return said(`Ended a tunnel that an earlier session left behind (process ${notice.processId}).`);
  }
}

function changed(why: string | undefined): string {
  return why === undefined ? "The address has changed." : `The address has changed: ${printable(why)}.`;
}

/** Source of the 5 minutes: developer.appdirect.com/webhooks, the schedule of retries. */
function resumed({ refused }: Extract<TunnelNotice, { state: "resumed" }>): string {
  if (refused === 0) return "took over the kept tunnel; no requests came in the meantime";
  const requests = countText(refused, "request");
  const what = refused === 1 ? "it" : "them";
  return `took over the kept tunnel; it refused ${requests} in the meantime. AppDirect resends ${what}, at the earliest after 5 minutes`;
}

/** The address alone on a line, where a double click takes it whole, and what goes with it into AppDirect's form. */
export function addressLines(
  { url, tunnel, isAsBefore, isOpen, isWarnedOf, asksFor }: ReadyNotice,
  { errTheme: theme, errWidth }: ViewSurroundings,
): string[] {
  if (tunnel === undefined) return [];
  if (isAsBefore) return ["", printable(url), "", "Same address as before: nothing to change in AppDirect."];
  const open = "Anyone who knows this address can post to it. Add --auth token to require a token.";
  const rows = [
    ["URL", "the whole address above"],
    ["Resource", "one for each webhook, for example SUBSCRIPTION"],
    ["Actions", "for example ADDED, CHANGED, REMOVED"],
    ["Authentication", asksFor ?? "none"],
  ] as const;
  return [
    "",
    printable(url),
    "",
    hanging("Ready. Enter the address in AppDirect under Settings > Integration > Webhooks:", errWidth()),
    ...columns(
      rows.map(([name, text]) => [`  ${theme.faint(name)}`, text] as const),
      errWidth(),
    ),
    ...(isOpen && !isWarnedOf ? [hanging(`${theme.careful("!")} ${open}`, errWidth())] : []),
  ];
}
