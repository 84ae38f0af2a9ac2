import { resolve } from "node:path";
import type { EverywhereName } from "../config/index.ts";
import { envelopeKeys } from "../events/index.ts";
import type { Period } from "../fixtures/index.ts";
import {
  type LinkOut,
  type Selection,
  type SelectionRemark,
  type SelectionSurroundings,
  selectFixtures,
} from "../fixtures/selection/index.ts";
import { countText, printable } from "../output/index.ts";
import { lastRecordedIn, projectState } from "../state/index.ts";
import type { CommandContext, CommandInput } from "./command.ts";

/** What was named, and the folder that its recordings lie in, which may be another than the one that was looked in. */
export interface NamedSelection extends Selection {
  fixtures: string;
}

/**
 * What was named, for commands that take fixtures; of recordings those whose names do not tell that they are of another
 * time. Throws `HooksError` as `selectFixtures`.
 */
export async function selected(
  names: readonly string[],
  { options, given }: CommandInput<"fixtures" | EverywhereName>,
  context: CommandContext,
  period: Period = {},
): Promise<NamedSelection> {
  const { host } = context;
  const folder = resolve(host.cwd, options.fixtures);
  const elsewhere = { isTaken: !given.isGiven("fixtures"), find: () => lastRecordedIn(projectState(host)) };
  const { clock, notify } = readingSurroundings(context);
  let fixtures = folder;
  const selection = await selectFixtures(names, {
    folder,
    elsewhere,
    cwd: host.cwd,
    stdin: host.stdin,
    period,
    clock,
    notify(remark) {
      if (remark.kind === "elsewhere") fixtures = resolve(host.cwd, remark.folder);
      notify(remark);
    },
  });
  return { ...selection, fixtures };
}

export function readingSurroundings({
  clock,
  terminal,
}: CommandContext): Required<Pick<SelectionSurroundings, "clock" | "notify">> {
  return {
    clock,
    notify(remark) {
      if (remark.kind === "links out") return terminal.fail(linkLines(remark.links));
      const text = `${printable(remarkText(remark))}\n`;
      if (remark.kind === "no webhook")
        terminal.fail(`! ${text}`); // a warning, which --quiet keeps
      else terminal.say(text);
    },
  };
}

/** A warning each, of many the first. */
function linkLines(links: readonly LinkOut[]): string {
  const lines = links.slice(0, links.length > 3 ? 2 : 3).map(linkText);
  const more = links.length - lines.length;
  if (more > 0) lines.push(`${more} more links point outside their folder.`);
  return lines.map((line) => `! ${printable(line)}\n`).join("");
}

function linkText({ name, to, folder, isFolder }: LinkOut): string {
  if (isFolder) return `${name} is a link to the folder ${to}, outside ${folder}; skipped.`;
  return `${name} is a link to ${to}, outside ${folder}.`;
}

function remarkText(remark: Exclude<SelectionRemark, { kind: "links out" }>): string {
  switch (remark.kind) {
    case "skipped": {
      const { names } = remark;
      const first = names.length > 3 ? `${names.slice(0, 3).join(", ")}, …` : names.join(", ");
      return `${countText(names.length, "file")} skipped, not ${names.length === 1 ? "a payload" : "payloads"}: ${first}.`;
    }
    case "elsewhere":
      return `From ${remark.folder}, where the last listen of this project recorded events.`;
    case "no events":
      return `${countText(remark.lines, "line")} of the log ${remark.lines === 1 ? "is not an event" : "are not events"}.`;
    case "no webhook":
      return `${remark.name} has none of the keys of a webhook (${envelopeKeys.join(", ")}); check that it is the right file.`;
  }
}
