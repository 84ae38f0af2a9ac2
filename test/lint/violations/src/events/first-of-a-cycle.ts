// breaks import(no-cycle)
import { second } from "./second-of-a-cycle.ts";

export const first = (): string => second();
