// breaks import(no-cycle)
import type { Second } from "./second-of-a-type-cycle.ts";

export interface First {
  second: Second;
}
