import { resolve } from "node:path";
import { fixtureOfText, writeNamedFixture } from "../../fixtures/index.ts";
import { shownPath, type CommandContext } from "../command.ts";
import type { AlteredEvent } from "./altered-event.ts";

/** Fixtures `0001-company.added.json`, … in their order: after one that cannot be written there is none. */
export async function writeEvents(
  events: Iterable<AlteredEvent>,
  folder: string,
  { options }: { options: { json: boolean; yes: boolean } },
  { host, terminal, random }: CommandContext,
): Promise<void> {
  const place = resolve(host.cwd, folder);
  const writing: Promise<string>[] = [];
  let number = 0;
  try {
    for (const made of events) {
      number += 1;
      const line = writeOne(made, number, writing.at(-1));
      line.catch(() => undefined); // it is told in its turn
      writing.push(line);
      if (writing.length === atOnce) await tellFirst();
    }
    while (writing.length > 0) await tellFirst();
  } finally {
    for (const line of await Promise.allSettled(writing))
      if (line.status === "fulfilled") await terminal.out(line.value);
  }

  async function writeOne(
    { event, text, at }: AlteredEvent,
    counted: number,
    after?: Promise<string>,
  ): Promise<string> {
    const name = `${String(counted).padStart(4, "0")}-${event}`;
    const named = { processId: host.processId, overwrite: options.yes, random, after };
    const file = await writeNamedFixture(place, name, fixtureOfText(text, { event, at }), named);
    return options.json ? `${JSON.stringify({ event, file })}\n` : `${shownPath(file, host.cwd)}\n`;
  }

  async function tellFirst(): Promise<void> {
    await terminal.out((await writing.shift()) ?? "");
  }
}

/** As many files as the system is asked to write beside each other. */
const atOnce = 8;
