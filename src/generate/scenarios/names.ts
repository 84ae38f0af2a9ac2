import { scenarios } from "./table.ts";

function keysOf<Name extends string>(table: Readonly<Record<Name, unknown>>): Name[] {
  return Object.keys(table) as Name[];
}

/** Apart from the table, so that the library's types name no more of it than this. */
export const scenarioNames = keysOf(scenarios);

/** `purchase` */
export type ScenarioName = (typeof scenarioNames)[number];
