import { basename } from "node:path";
import { type SelectionSurroundings, selectFixtures } from "../../src/fixtures/selection/index.ts";

/** The file names of a selection, in its order. */
export async function selectedNames(names: string[], place: SelectionSurroundings): Promise<string[]> {
  const selected: string[] = [];
  for await (const { file, name } of await selectFixtures(names, place)) selected.push(basename(file ?? name));
  return selected;
}
