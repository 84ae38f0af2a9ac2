import type { Authentication } from "./authentication.ts";

/** What AppDirect can be made to present. To add a scheme, write its file and give it a line here. */
export const authentications = {
  none: {
    summary: "nothing is asked for",
    load: async (): Promise<Authentication> => (await import("./none.ts")).none,
  },
  token: {
    summary: "a shared token in x-appdirect-webhook-token, or the legacy header",
    load: async (): Promise<Authentication> => (await import("./token.ts")).token,
  },
} satisfies Record<string, { summary: string; load: () => Promise<Authentication> }>;

export type AuthenticationName = keyof typeof authentications;
