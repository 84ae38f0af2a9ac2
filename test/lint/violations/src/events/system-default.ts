// breaks house(no-system-default)
import { systemRandom, type Random } from "../random.ts";

export const roll = (random: Random = systemRandom): number => random.integer(1, 6);
