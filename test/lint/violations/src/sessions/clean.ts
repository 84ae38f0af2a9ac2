// breaks nothing
import type { Options } from "../config/index.ts";
import { startMarketplace } from "../marketplace/index.ts";

export const start = (options: Options): unknown => startMarketplace(options);
