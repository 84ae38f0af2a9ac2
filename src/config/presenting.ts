import { schemeNames } from "../authentication/index.ts";

/** The options of authentication where they say what to present: in each command that sends. */
export const presentingNames = ["auth", "token", "client", "user"] as const;

/** How they are explained there, and where they stand. */
export const presenting = {
  auth: { group: "Sending", help: `what to present: ${schemeNames().join(" or ")}` },
  token: {
    group: "Sending",
    help: "the token to present; or @file; else the one that listen made for this project, to this machine alone",
  },
  client: { group: "Sending", help: "the client's id and secret to present; or @file" },
  user: { group: "Sending", help: "the user's name and password to present; or @file" },
} as const;
