import { schemeNames } from "../authentication/index.ts";

/** The options of authentication where they say what to present: in each command that sends. */
export const presentingNames = ["auth", "token", "client", "user"] as const;

/** How they are explained there, and where they stand. */
export const presentingHelp = {
  auth: `what to present: ${schemeNames().join(" or ")}`,
  token: "the token to present; or @file",
  client: "the client's id and secret to present; or @file",
  user: "the user's name and password to present; or @file",
};
export const presentingGroup = { auth: "Sending", token: "Sending", client: "Sending", user: "Sending" } as const;
