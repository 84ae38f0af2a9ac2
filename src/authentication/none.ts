import type { Authentication } from "./authentication.ts";

/** The default of AppDirect's form: no header at all. */
export const none: Authentication = {
  headers: [],
  make: () => ({}),
  open: () => ({
    toPaste: () => [],
    endpoints: () => [],
    verify: () => ({ accepted: true }),
  }),
  present: () => ({ headersFor: async () => [], preview: () => [], refused: () => undefined }),
};
