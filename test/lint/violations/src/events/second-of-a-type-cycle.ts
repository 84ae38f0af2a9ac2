// breaks import(no-cycle)
import type { First } from "./first-of-a-type-cycle.ts";

export interface Second {
  first: First;
}
