import { commandsPage } from "./commands-page.ts";
import { errorsPage } from "./errors-page.ts";
import { eventsPage } from "./events-page.ts";
import { listenLinesPage } from "./listen-lines-page.ts";
import { optionsPage } from "./options-page.ts";
import { schemaFiles } from "./schemas/schema-files.ts";
import { typeFiles } from "./types/type-files.ts";

export interface Page {
  /** From the repository's root. */
  file: string;
  /** Markdown, JSON or TypeScript, before it is laid out by prettier. */
  text: string;
}

/** Where nothing stands but what is generated. */
export const generatedFolders = ["docs/reference", "schemas", "src/events/payloads", "src/events/payloads/resources"];

/** The files that are made from the tables in the code. */
export async function referencePages(): Promise<Page[]> {
  return [
    { file: "docs/reference/commands.md", text: await commandsPage() },
    { file: "docs/reference/options.md", text: await optionsPage() },
    { file: "docs/reference/errors.md", text: errorsPage() },
    { file: "docs/reference/listen-lines.md", text: listenLinesPage() },
    { file: "docs/events.md", text: eventsPage() },
    ...schemaFiles().map(({ name, schema }) => ({ file: `schemas/${name}`, text: JSON.stringify(schema) })),
    ...typeFiles().map(({ name, text }) => ({ file: `src/events/payloads/${name}`, text })),
  ];
}
