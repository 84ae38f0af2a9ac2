import { basename } from "node:path";
import { type SelectionPlace, selectFixtures } from "../../src/fixtures/selection/index.ts";

/** The file names of a selection, in its order. */
export async function selectedNames(names: string[], place: SelectionPlace): Promise<string[]> {
  const selected: string[] = [];
  for await (const { file, name } of await selectFixtures(names, place)) selected.push(basename(file ?? name));
  return selected;
}
