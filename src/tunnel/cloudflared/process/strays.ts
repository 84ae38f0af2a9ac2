import { within } from "../../../waiting.ts";
import type { Clock } from "../../../clock.ts";
import type { Machine, ProcessIdentity, StartedProcess } from "../../provider.ts";
import { seeProcess, type ProcessDescription } from "./identity.ts";

/**
 * What became of a process that one of ours started: it must have the same number, start and arguments.
 * `living`: its owner still runs, and looks after it. `gone`: there is no such process any more.
 */
export async function seeStarted(
  { owner, started, arguments: args }: StartedProcess,
  { platform }: Pick<Machine, "platform">,
): Promise<"living" | "gone" | "stray"> {
  if (isSame(owner, await seeProcess(owner.processId, platform))) return "living";
  const seen = await seeProcess(started.processId, platform);
  return isSame(started, seen) && seen?.command.endsWith(args.join(" ")) ? "stray" : "gone";
}

/** Ends a process that a dead one of ours started, and nothing else. */
export async function endStray(
  record: StartedProcess,
  { clock, machine }: { clock: Clock; machine: Machine },
): Promise<"living" | "gone" | "ended"> {
  const seen = await seeStarted(record, machine);
  if (seen !== "stray") return seen;
  await endIt(record.started, { clock, machine });
  return "ended";
}

/** Ends a process that leads a group, where it is this one and no other. `gone`: there is no such process any more. */
export async function endProcess(
  known: ProcessIdentity,
  { clock, machine }: { clock: Clock; machine: Machine },
): Promise<"gone" | "ended"> {
  if (!isSame(known, await seeProcess(known.processId, machine.platform))) return "gone";
  await endIt(known, { clock, machine });
  return "ended";
}

/** As the system asks a program to end, and where it does not within 5 s, at once. */
async function endIt(known: ProcessIdentity, { clock, machine }: { clock: Clock; machine: Machine }): Promise<void> {
  machine.signal(known.processId, "SIGINT");
  if (await untilGone(known, { clock, machine })) return;
  machine.signal(known.processId, "SIGKILL");
  await untilGone(known, { clock, machine });
}

const patienceMs = 5_000;
const lookEachMs = 50;

/** It is no child of ours, so nobody tells us of its end. */
async function untilGone(stray: ProcessIdentity, { clock, machine }: { clock: Clock; machine: Machine }) {
  const over = new AbortController();
  const gone = (async () => {
    while (!over.signal.aborted && isSame(stray, await seeProcess(stray.processId, machine.platform)))
      await clock.sleep(lookEachMs, over.signal);
    return true;
  })();
  const isGone = (await within(clock, patienceMs, gone)) ?? false;
  over.abort();
  return isGone;
}

function isSame(known: ProcessIdentity, seen: ProcessDescription | undefined): boolean {
  return seen !== undefined && seen.processId === known.processId && seen.startedAt === known.startedAt;
}
