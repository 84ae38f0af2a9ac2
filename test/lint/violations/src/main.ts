// breaks nothing
import { systemClock } from "./clock.ts";
import { systemRandom } from "./random.ts";

export const system = [systemClock, systemRandom];
