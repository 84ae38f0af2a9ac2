import type { Scenario } from "./scenario.ts";

interface ScenarioEntry {
  /** What happens in it, in a few words. */
  summary: string;
  load(): Promise<Scenario>;
}

/** Every life cycle that can be told. To add one, write its file and give it a line here. */
export const scenarios = {
  purchase: {
    summary: "A company signs up and buys: company, user, membership, order, subscription.",
    load: async () => (await import("./purchase.ts")).purchase,
  },
} satisfies Record<string, ScenarioEntry>;
