import { resolve } from "node:path";
import { fixtureOfText, NamedFixtures } from "../../fixtures/index.ts";
import { shownPath, type CommandContext } from "../command.ts";
import type { AlteredEvent } from "./altered-event.ts";

/** Fixtures `0001-company.added.json`, … in their order: after one that cannot be written there is none. */
export async function writeEvents(
  events: Iterable<AlteredEvent>,
  folder: string,
  { options }: { options: { json: boolean; yes: boolean } },
  { host, terminal, random }: CommandContext,
): Promise<void> {
  const place = { processId: host.processId, overwrite: options.yes, random };
  const fixtures = new NamedFixtures(resolve(host.cwd, folder), place);
  let number = 0;
  let untold: string[] = [];
  try {
    for (const { event, text, at } of events) {
      number += 1;
      const name = `${String(number).padStart(4, "0")}-${event}`;
      const file = await fixtures.write(name, fixtureOfText(text, { event, at }));
      untold.push(options.json ? JSON.stringify({ event, file }) : shownPath(file, host.cwd));
      if (untold.length === toldAtOnce) await tell();
    }
  } finally {
    await tell();
  }

  async function tell(): Promise<void> {
    if (untold.length === 0) return;
    const lines = untold.map((line) => `${line}\n`).join("");
    untold = [];
    await terminal.out(lines);
  }
}

/** Each time costs a call of the system; more of them would be written without a word of it when somebody ends the program. */
const toldAtOnce = 8;
