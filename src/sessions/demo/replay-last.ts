import { replayDefaults } from "../../defaults.ts";
import { parseTarget } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import { selectFixtures } from "../../fixtures/selection/index.ts";
import { replay } from "../replay/replay.ts";
import type { CrmHandler } from "./crm-handler.ts";
import type { DemoOptions, DemoSurroundings } from "./options.ts";

/** As `replay last`; whether the handler took it. */
export async function replayLast(
  handler: CrmHandler,
  { folder }: DemoOptions,
  surroundings: DemoSurroundings,
): Promise<boolean> {
  const result = await replay(
    {
      ...replayDefaults,
      fixtures: await selectFixtures(["last"], { folder, cwd: folder, clock: surroundings.clock }),
      targets: [{ ...parseTarget(handler.url), name: "crm" }],
      criteria: { events: everyEvent, where: [] },
      alteration: { set: [], unset: [], fresh: false },
    },
    {
      ...surroundings,
      state: undefined,
      notify: (notice) => void (notice.kind === "replayed" && surroundings.notify({ kind: "replayed", notice })),
    },
  );
  return result.succeeded === 1;
}
