import { parseTarget, waitForTargets, withHeaders, type Target } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import type { JournalLine, StartTarget } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import type { Identity } from "./presenting.ts";
import { refuseTwins } from "../targets.ts";
import { notAgreed, nowhereToSend } from "../sentences/targets.ts";

export interface SendingTargets {
  targets: Target[];
  /** Whether nobody named them. */
  areOfLastListen: boolean;
}

/** Where to send: `--to`, else the loopback targets of this project's last `listen`. Throws `HooksError` USAGE. */
export function sendingTargets(
  { options }: CommandInput<"to" | "header">,
  lastListen: readonly JournalLine[],
): SendingTargets {
  const headers = options.header;
  if (options.to.length > 0)
    return { targets: refuseTwins(options.to.map((target) => withHeaders(target, headers))), areOfLastListen: false };
  const start = lastListen.find((line) => line.type === "start");
  const before = start?.type === "start" ? start.targets : [];
  const usable = before
    .filter((target) => target.canBeSentToAgain)
    .map((target) => parseTarget(typed(target), { headers }));
  const targets = usable.filter(({ address }) => address.distance === "this machine");
  if (targets.length === 0) throw nowhereToSend();
  return { targets, areOfLastListen: true };
}

/**
 * Where it goes, where nobody named that, and what is presented there that nobody gave: `To http://localhost:3000/, as
 * the last listen of this project, presenting this project's token.` Undefined where neither is so.
 */
export function firstLine(
  { targets, areOfLastListen }: Pick<SendingTargets, "areOfLastListen"> & { targets: readonly Target[] },
  identity: Pick<Identity, "to" | "kept"> | undefined,
): string | undefined {
  const kept = identity === undefined || !targets.some(identity.to) ? [] : identity.kept;
  const how = [
    ...(areOfLastListen ? ["like the last listen of this project"] : []),
    ...(kept.length > 0 ? [`with this project's ${kept.join(" and ")}`] : []),
  ];
  return how.length === 0 ? undefined : `To ${targets.map(({ name }) => name).join(", ")}, ${how.join(", ")}.`;
}

/** As it is typed, with the events that it gets. */
export function typed({ text, patterns }: Pick<StartTarget, "text" | "patterns">): string {
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
      `Send to ${places}? It is outside this machine and its private networks.`,
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

/** A handler that is started anew at a change needs a moment. */
const restartMs = 10_000;

/** The same after a change, and without a word where they accept connections already. */
export async function waitAgain(targets: readonly Target[], waitMs: number, context: CommandContext): Promise<void> {
  const areUp = await Promise.all(targets.map(({ address }) => address.isUp(context.host.interruption())));
  if (areUp.includes(false)) await waitFor(targets, Math.max(waitMs, restartMs), context);
}
