import type { Authentication } from "./authentication.ts";

/** The default of AppDirect's form: no header at all. */
export const none: Authentication = { verify: () => ({ accepted: true }) };
