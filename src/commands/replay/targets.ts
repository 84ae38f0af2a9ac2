import { parseTarget, waitForTargets, withHeaders, type Target } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import type { JournalLine, StartTarget } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { notAgreed, nowhereToSend } from "../sentences/targets.ts";

/** Where to send: `--to`, else the loopback targets of this project's last `listen`. Throws `HooksError` USAGE. */
export function sendingTargets(
  { options }: CommandInput<"to" | "header">,
  lastListen: readonly JournalLine[],
  { terminal }: CommandContext,
): Target[] {
  const headers = options.header;
  if (options.to.length > 0) return options.to.map((target) => withHeaders(target, headers));
  const start = lastListen.find((line) => line.type === "start");
  const before = start?.type === "start" ? start.targets : [];
  const usable = before
    .filter((target) => target.canBeSentToAgain)
    .map((target) => parseTarget(typed(target), { headers }));
  const targets = usable.filter(({ address }) => address.distance === "this machine");
  if (targets.length > 0) {
    terminal.say(`To ${targets.map(({ name }) => name).join(", ")}, as the last listen of this project.\n`);
    return targets;
  }
  throw nowhereToSend();
}

function typed({ text, patterns }: StartTarget): string {
  return patterns === everyEvent.text ? text : `${patterns}=${text}`;
}

/** A target that is neither on this machine nor in a private network is asked about once. */
export async function askAboutTargets(
  targets: readonly Target[],
  { options }: { options: { yes: boolean } },
  { terminal, host }: CommandContext,
): Promise<void> {
  const far = targets.filter(({ address }) => address.distance === "far").map(({ name }) => name);
  if (far.length === 0 || options.yes) return;
  const places = far.join(", ");
  if (
    terminal.canAsk &&
    (await terminal.confirm(
      `Send to ${places}? It is neither this machine nor a private network.`,
      host.interruption(),
    ))
  )
    return;
  throw notAgreed(places);
}

/** Until every target accepts connections, for `waitMs` at most. */
export async function waitFor(
  targets: readonly Target[],
  waitMs: number,
  { terminal, clock, host }: CommandContext,
): Promise<void> {
  if (waitMs === 0) return;
  const spinner = await terminal.spin(`Waiting for ${targets.map(({ name }) => name).join(", ")}`);
  try {
    await waitForTargets(targets, waitMs, clock, host.interruption());
  } finally {
    spinner.stop();
  }
}
