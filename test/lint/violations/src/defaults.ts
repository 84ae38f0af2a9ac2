// breaks house(who-may-import-whom)
import { within } from "./waiting.ts";
import type { OptionName } from "./config/index.ts";

export const listenDefaults: { wait: unknown; name: OptionName } = { wait: within, name: "port" };
