import { schemeNames } from "../authentication/index.ts";

/** How the options of authentication are explained where they say what to present, and where they then stand. */
export const presentingHelp = {
  auth: `what to present: ${schemeNames().join(" or ")}`,
  token: "the token to present; or @file",
  client: "the client's id and secret to present; or @file",
  user: "the user's name and password to present; or @file",
};
export const presentingGroup = { auth: "Sending", token: "Sending", client: "Sending", user: "Sending" } as const;
