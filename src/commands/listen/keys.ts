import { hanging, keysHelp, keysLines, resentLines, type KeyName } from "../../output/index.ts";
import type { ListenSession } from "../../sessions/index.ts";
import { isInForeground, readKeys, type Keys } from "../../terminal/index.ts";
import type { CommandContext } from "../command.ts";
import { askForFilter } from "./filter-question.ts";
import type { HeldViews } from "./held-views.ts";

export interface KeySurroundings {
  session: ListenSession;
  context: CommandContext;
  views: HeldViews;
  options: { record: boolean };
}

const controlC = "\u0003";
const controlD = "\u0004";
const controlZ = "\u001a";

/** What keys do in a terminal; nothing where there is none, or where nobody is to be asked. */
export function handleKeys(surroundings: KeySurroundings): Pick<Keys, "close"> | undefined {
  const { session, context } = surroundings;
  const { host, terminal } = context;
  if (!terminal.canPressKeys) return undefined;
  const act: Record<KeyName, () => void> = {
    r: () => terminal.say(`${replayedText(session)}\n`),
    a: () => resentLines(session.resendFailed()).forEach((line) => terminal.say(`${hanging(line, terminal.width)}\n`)),
    f: () => void changeFilter(surroundings, keys),
    p: () => session.togglePause(),
    c: () => void terminal.out("\u001b[2J\u001b[3J\u001b[H"),
    "?": () => terminal.say(keysHelp()),
    q: () => host.interrupt(),
  };
  const keys = readKeys(host.stdin, (key) => {
    if (key === controlC || key === controlD) return host.interrupt();
    if (key === controlZ) return suspend(surroundings, keys);
    if (isKey(key, act)) act[key]();
  });
  if (keys === undefined) return undefined;
  keysLines(terminal.width).forEach((line) => terminal.say(`${line}\n`));
  const forget = host.whenContinued(() => takeTerminal(surroundings, keys));
  return {
    close() {
      forget();
      keys.close();
    },
  };
}

function suspend(surroundings: KeySurroundings, keys: Keys | undefined): void {
  keys?.pause();
  surroundings.context.host.suspend();
  if (keys !== undefined) takeTerminal(surroundings, keys); // also where nothing could be stopped
}

/** After a stop: the shell has set the terminal as it likes it. In the background keys wait for the next time. */
function takeTerminal({ views, context }: KeySurroundings, keys: Keys): void {
  if (views.isHeld) {
    // A question has the terminal: readline sets it anew, but then leaves standard input paused.
    queueMicrotask(() => context.host.stdin.resume());
    return;
  }
  keys.pause(); // Node believes the terminal raw still, and would leave it as it is
  if (isInForeground()) keys.resume();
}

function replayedText(session: ListenSession): string {
  const event = session.replayLast();
  if (event === undefined) return "No event to resend yet.";
  return `Resending ${event}${session.isPaused ? " (queued: paused)" : ""}.`;
}

function isKey(key: string, act: Record<KeyName, () => void>): key is KeyName {
  return Object.hasOwn(act, key);
}

async function changeFilter(surroundings: KeySurroundings, keys: Keys | undefined): Promise<void> {
  const { context, views } = surroundings;
  views.hold();
  keys?.pause();
  await askForFilter(surroundings);
  if (!context.host.interruption().aborted) keys?.resume();
  views.release();
}
