import type { Random } from "../random.ts";

/** One of the items, by seed. */
export function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}
