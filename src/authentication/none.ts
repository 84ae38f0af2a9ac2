import type { Authentication } from "./authentication.ts";

/** The default of AppDirect's form: no header at all. */
export const none: Authentication = {
  headers: [],
  make: () => ({}),
  open: () => ({
    asksFor: "nothing: every POST is taken",
    toPaste: () => [],
    endpoints: () => [],
    verify: () => ({ accepted: true }),
  }),
  present: () => ({ headersFor: async () => [] }),
};
