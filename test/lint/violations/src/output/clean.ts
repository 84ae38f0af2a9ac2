// breaks nothing
import type { Attempt } from "../delivery/index.ts";
import { describeEvent } from "../events/index.ts";
import type { Notice } from "../sessions/index.ts";

export const lines = (attempt: Attempt, notice: Notice): string[] => [describeEvent(attempt), String(notice)];
