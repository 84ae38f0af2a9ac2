import { oauth2Scheme } from "./oauth2/scheme.ts";

/** The client, and a user of it by name and password (RFC 6749, 4.3). */
export const oauth2Password = oauth2Scheme({ grants: ["password"], named: "OAuth2 resource owner password" });
