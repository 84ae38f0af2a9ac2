import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/** Bytes in use once everything that nobody holds is gone. */
export function memoryInUse(): number {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect !== "function") throw new Error("There is no garbage collector to call.");
  collect();
  collect(); // bytes outside the heap are given back by the one after
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
