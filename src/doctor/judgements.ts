import type { Judgement } from "./check.ts";

export const ok = (message: string): Judgement => ({ state: "ok", message });

export const note = (message: string, ...mend: string[]): Judgement => ({ state: "note", message, mend });

export const failure = (message: string, ...mend: string[]): Judgement => ({ state: "failure", message, mend });

export const skipped = (message: string): Judgement => ({ state: "skipped", message });
