import { oauth2Scheme } from "./oauth2/scheme.ts";

/** Whichever of the two AppDirect's form is set to. Who sends presents the first. */
export const oauth2 = oauth2Scheme({ grants: ["client_credentials", "password"], named: "OAuth2" });
