import { oauth2Scheme } from "./oauth2/scheme.ts";

/** The client alone identifies itself (RFC 6749, 4.4). */
export const oauth2Client = oauth2Scheme({ grants: ["client_credentials"], named: "OAuth2 client credentials" });
