// breaks nothing
import { cwd } from "node:process";

export const host = { folder: cwd(), environment: process.env, started: Date.now(), wait: setTimeout };
