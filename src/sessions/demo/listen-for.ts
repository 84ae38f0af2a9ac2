import type { Credentials } from "../../authentication/index.ts";
import { listenDefaults } from "../../defaults.ts";
import { parseTarget } from "../../delivery/index.ts";
import { everyEvent } from "../../events/index.ts";
import { startListening, type ListenSession } from "../listen/listen.ts";
import type { CrmHandler } from "./crm-handler.ts";
import type { DemoOptions, DemoSurroundings } from "./options.ts";

/** As `listen` with `--respond handler`. */
export function listenFor(
  { handler, credentials }: { handler: CrmHandler; credentials: Credentials },
  { folder }: DemoOptions,
  surroundings: DemoSurroundings,
  signal: AbortSignal,
): Promise<ListenSession> {
  return startListening(
    {
      ...listenDefaults,
      orFreePort: true,
      authentication: "token",
      credentials,
      fixtures: folder,
      events: everyEvent,
      ending: {},
      answerWithHandlers: true,
      targets: [{ ...parseTarget(handler.url), name: "crm" }],
    },
    {
      ...surroundings,
      state: undefined,
      signal,
      views: [{ show: (notice) => surroundings.notify({ kind: "listener", notice }), close: () => Promise.resolve() }],
    },
  );
}
