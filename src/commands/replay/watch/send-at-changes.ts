import { HooksError, type ExitStatus } from "../../../errors.ts";
import { createTheme, errorView, hanging, listText, timeText } from "../../../output/index.ts";
import { shownPath, type CommandContext } from "../../command.ts";
import { ChangeWatch, type WatchedPlaces } from "./change-watch.ts";

export interface SendingAtChanges {
  places: WatchedPlaces;
  options: { json: boolean; debug: boolean };
  /** Sends everything once. Throws `HooksError` where nothing could be sent. */
  send(round: { isFirst: boolean }): Promise<ExitStatus>;
}

/** Sends at once, and again at each change, until it is interrupted: between two rounds that is no failure. */
export async function sendAtChanges(
  { places, options, send }: SendingAtChanges,
  context: CommandContext,
): Promise<ExitStatus> {
  const { host, clock, terminal } = context;
  const signal = AbortSignal.any([host.interruption(), host.outputClosed]);
  const say = (text: string) => terminal.say(`\n${hanging(text, terminal.errWidth)}\n`);
  const watch = await ChangeWatch.open(places);
  try {
    for (let isFirst = true; ; isFirst = false) {
      const status = await orSay(() => send({ isFirst }), options, context);
      if (signal.aborted) return status;
      if (isFirst) say(watchingText(places, host.cwd));
      const changed = await watch.next(clock, signal);
      if (signal.aborted) return 0;
      say(`${timeText(clock.now())}  ${changedText(changed, host.cwd)}`);
    }
  } finally {
    watch.close();
  }
}

/** What stops one round does not stop the next: the handler may be the next thing that changes. */
async function orSay(
  send: () => Promise<ExitStatus>,
  options: SendingAtChanges["options"],
  { terminal }: CommandContext,
): Promise<ExitStatus> {
  try {
    return await send();
  } catch (cause) {
    if (!(cause instanceof HooksError)) throw cause;
    const theme = await createTheme(terminal.errLevel);
    const { text, status } = errorView(cause, { ...options, theme, width: terminal.errWidth });
    terminal.fail(text);
    return status;
  }
}

export function watchingText({ files, folder }: WatchedPlaces, cwd: string): string {
  const shown = files.length > 3 ? [`${files.length} files`] : files.map((file) => shownPath(file, cwd));
  const places = [...(folder === undefined ? [] : [shownPath(folder, cwd)]), ...shown];
  return `Watching ${listText(places)}: a change sends again, Ctrl-C ends.`;
}

export function changedText([first = "", ...others]: readonly string[], cwd: string): string {
  const more = others.length === 0 ? "" : ` and ${others.length} ${others.length === 1 ? "other" : "others"}`;
  return `${shownPath(first, cwd)}${more} changed.`;
}
