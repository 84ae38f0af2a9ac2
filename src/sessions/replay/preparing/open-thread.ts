import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ReplayOptions } from "../options.ts";
import { PreparingThread } from "./preparing-thread.ts";

/** Lies beside the program where it was built; bundled into another program, and in a test, it does not. */
const program = new URL("preparing-worker.js", import.meta.url);

/** Undefined where the program of the thread is not there: all is read by the thread that sends. */
export function openPreparingThread(): PreparingThread | undefined {
  if (program.protocol !== "file:" || !existsSync(fileURLToPath(program))) return undefined;
  return new PreparingThread(program);
}

/** Whether each event is sent as it lies in its file, and nothing but its envelope decides about that. */
export function areSentAsTheyLie({
  alteration,
  criteria,
  targets,
}: Pick<ReplayOptions, "alteration" | "criteria" | "targets">): boolean {
  const { set, unset, fresh } = alteration;
  const isAltered = set.length > 0 || unset.length > 0 || fresh;
  return !isAltered && criteria.where.length === 0 && targets.every(({ address }) => !address.takesFixture);
}
