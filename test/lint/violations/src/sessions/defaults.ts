// breaks house(who-may-import-whom)
import { systemClock } from "../clock.ts";
import type { OptionName } from "../config/index.ts";

export const listenDefaults: { clock: unknown; name: OptionName } = { clock: systemClock, name: "port" };
