import type { Authentication } from "./authentication.ts";
import type { CredentialName } from "./credentials.ts";

/** A scheme: what it is in a few words, the credentials that it needs, and its code. */
export interface AuthenticationEntry {
  summary: string;
  needs: readonly CredentialName[];
  /** Whether who sends has to know where access tokens are had. */
  usesTokenUrl?: true;
  load(): Promise<Authentication>;
}

/** What AppDirect can be made to present. To add a scheme, write its file and give it a line here. */
export const authentications = {
  none: { summary: "accepts every POST", needs: [], load: async () => (await import("./none.ts")).none },
  token: { summary: "a shared token", needs: ["token"], load: async () => (await import("./token.ts")).token },
  "oauth2-client": {
    summary: "OAuth2 client credentials",
    needs: ["client"],
    usesTokenUrl: true,
    load: async () => (await import("./oauth2-client.ts")).oauth2Client,
  },
  "oauth2-password": {
    summary: "OAuth2 resource owner password",
    needs: ["client", "user"],
    usesTokenUrl: true,
    load: async () => (await import("./oauth2-password.ts")).oauth2Password,
  },
  oauth2: {
    summary: "OAuth2, either grant",
    needs: ["client", "user"],
    usesTokenUrl: true,
    load: async () => (await import("./oauth2.ts")).oauth2,
  },
} satisfies Record<string, AuthenticationEntry>;

export type AuthenticationName = keyof typeof authentications;
