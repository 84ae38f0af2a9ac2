// breaks import(no-cycle)
import { first } from "./first-of-a-cycle.ts";

export const second = (): string => first();
