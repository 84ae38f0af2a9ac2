// breaks nothing
import { views } from "../output/index.ts";
import { systemClock } from "../clock.ts";

export const load = () => import("../sessions/index.ts");

export const view = [views, systemClock];
