import { schemeNames } from "../authentication/index.ts";

/** The options of authentication where they say what to present: in each command that sends. */
export const presentingNames = ["auth", "token", "client", "user", "tokenUrl"] as const;

/** How they are explained there, and where they stand. */
export const presenting = {
  auth: { group: "Sending", help: `what to send: ${schemeNames().join(" or ")}` },
  token: {
    group: "Sending",
    help: "token to send; or @file; targets on this machine get the token of this project by default",
    brief: "token to send; or @file",
  },
  client: { group: "Sending", help: "client id and secret to send; or @file" },
  user: { group: "Sending", help: "user name and password to send; or @file" },
} as const;
