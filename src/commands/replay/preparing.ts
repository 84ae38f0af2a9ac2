import { areSentAsTheyLie, openPreparingThread, type ReplayOptions } from "../../sessions/index.ts";

type Preparing = NonNullable<ReturnType<typeof openPreparingThread>>;

/** To begin a thread takes as long as to read some hundred files. */
const fewest = 1_000;

interface Sent extends Pick<ReplayOptions, "criteria" | "targets"> {
  /** Undefined where it is not known. */
  count: number | undefined;
}

/** What reads files while others are sent; undefined where there are few, or somebody wants to see or to change them first. */
export function openPreparing(
  { count = 0, criteria, targets }: Sent,
  { edit, dryRun, ...alteration }: ReplayOptions["alteration"] & { edit: boolean; dryRun: boolean },
): Preparing | undefined {
  if (count < fewest || edit || dryRun) return undefined;
  return areSentAsTheyLie({ alteration, criteria, targets }) ? openPreparingThread() : undefined;
}
