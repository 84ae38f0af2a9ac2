import type { CatalogPart } from "../../events/index.ts";
import { jsonLine } from "../../output/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { onePageAtATime } from "../sentences/catalog.ts";
import { openInBrowser } from "./browser.ts";

/** AppDirect's list of all resources. */
const resourcesList = "https://developer.appdirect.com/webhooks/working-with-webhooks/resources-list";

/**
 * Opens the page on what was asked for, and prints its address whether or not that can be done.
 * @throws HooksError USAGE where what was asked for is on several pages.
 */
export async function openPageOf(
  part: CatalogPart,
  { positionals, options }: CommandInput<"open">,
  { terminal, host, clock }: CommandContext,
): Promise<void> {
  const address = positionals.length === 0 ? resourcesList : pageOf(part, positionals);
  const reason = await openInBrowser(address, { host, clock });
  const opened = reason === undefined;
  if (options.json) return terminal.out(jsonLine({ source: address, opened, reason }));
  await terminal.out(`${address}\n`);
  terminal.say(opened ? "Opened in the browser.\n" : `No browser was opened: ${reason}.\n`);
}

function pageOf(part: CatalogPart, patterns: readonly string[]): string {
  const events = part.kind === "list" ? part.events : [part.kind === "event" ? part.event : part];
  const pages = new Set(events.map(({ resource }) => resource.definition.source));
  const [page = resourcesList] = pages;
  if (pages.size > 1) throw onePageAtATime(patterns.join(","), pages.size);
  return page;
}
