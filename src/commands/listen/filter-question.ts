import { HooksError } from "../../errors.ts";
import { everyEvent, parsePatterns, type EventPatterns } from "../../events/index.ts";
import { hanging, othersAre } from "../../output/index.ts";
import type { ListenSession } from "../../sessions/index.ts";
import type { CommandContext } from "../command.ts";

export interface FilterSurroundings {
  session: ListenSession;
  context: CommandContext;
  options: { record: boolean };
}

const message = "Show and forward only (empty: all, Esc: no change):";

/** Asks which events to show and forward, beginning with the present ones. Esc changes nothing, Ctrl-C ends the session. */
export async function askForFilter({ session, context, options }: FilterSurroundings): Promise<void> {
  const { terminal, host } = context;
  const text = isEverything(session.events) ? "" : session.events.text;
  const refusal = (typed: string) => refusalOf(typed, terminal.width);
  const answer = await terminal.ask({ message, text, refusal }, host.interruption());
  if ("leftBy" in answer && answer.leftBy !== "Esc") {
    if (answer.leftBy === "Ctrl-C") host.interrupt();
    return;
  }
  if ("text" in answer) session.filter(patternsOf(answer.text));
  else terminal.say("\n"); // the cursor stands behind the question
  terminal.say(`${hanging(filterText(session.events, options), terminal.width)}\n`);
}

function filterText(events: EventPatterns, { record }: { record: boolean }): string {
  if (isEverything(events)) return "Showing and forwarding all events.";
  return `Showing and forwarding ${events.text}; the others are ${othersAre(record)}.`;
}

function isEverything(events: EventPatterns): boolean {
  return events.text === everyEvent.text;
}

/** What is wrong with these patterns, and what to do. */
function refusalOf(text: string, width: number): string | undefined {
  try {
    patternsOf(text);
    return undefined;
  } catch (cause) {
    if (!(cause instanceof HooksError)) throw cause;
    const lines = [cause.message, ...(cause.hint?.split("\n") ?? [])];
    return lines.map((line) => hanging(line, width)).join("\n  ");
  }
}

/** Throws what `parsePatterns` throws. */
function patternsOf(text: string): EventPatterns {
  return text.trim() === "" ? everyEvent : parsePatterns(text.trim());
}
