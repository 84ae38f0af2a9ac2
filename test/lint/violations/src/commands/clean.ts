// breaks nothing
import { views } from "../output/index.ts";
import { within } from "../waiting.ts";

export const load = () => import("../sessions/index.ts");

export const view = [views, within];
