import type { Authentication } from "./authentication.ts";
import { presentsNothing } from "./presents-nothing.ts";

/** The default of AppDirect's form: no header at all. */
export const none: Authentication = {
  headers: [],
  make: () => ({}),
  open: () => ({
    toPaste: () => [],
    endpoints: () => [],
    verify: () => ({ accepted: true }),
  }),
  present: () => presentsNothing,
};
