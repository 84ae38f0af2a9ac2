import { resolve } from "node:path";
import { fixtureOfText, writeNamedFixture } from "../../fixtures/index.ts";
import { shownPath, type CommandContext } from "../command.ts";
import type { AlteredEvent } from "./altered-event.ts";

/** Fixtures `0001-company.added.json`, … in their order. */
export async function writeEvents(
  events: Iterable<AlteredEvent>,
  folder: string,
  { options }: { options: { json: boolean; yes: boolean } },
  { host, terminal, random }: CommandContext,
): Promise<void> {
  const place = resolve(host.cwd, folder);
  let number = 0;
  for (const { event, text, at } of events) {
    number += 1;
    const name = `${String(number).padStart(4, "0")}-${event}`;
    const fixture = fixtureOfText(text, { event, at });
    const file = await writeNamedFixture(place, name, fixture, {
      processId: host.processId,
      overwrite: options.yes,
      random,
    });
    await terminal.out(options.json ? `${JSON.stringify({ event, file })}\n` : `${shownPath(file, host.cwd)}\n`);
  }
}
