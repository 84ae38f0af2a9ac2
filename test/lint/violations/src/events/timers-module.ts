// breaks eslint(no-restricted-imports)
import { setTimeout as wait } from "node:timers/promises";

export const later = wait;
