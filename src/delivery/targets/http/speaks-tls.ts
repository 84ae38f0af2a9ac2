import { connect } from "node:tls";
import { isIP } from "node:net";
import { systemCode } from "../../../errors.ts";
import { whenAborted } from "../../../waiting.ts";
import { placeOf } from "./connection.ts";

/**
 * Whether a server agrees on TLS there, or refuses it in TLS. Nothing of an event is sent. A server that waits for more
 * says nothing: the answer is no once it is `over`.
 */
export function speaksTls(url: URL, over: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const place = placeOf(url);
    const servername = isIP(place.host) === 0 ? place.host : undefined;
    const socket = connect({ ...place, servername, rejectUnauthorized: false });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    const forget = whenAborted(over, () => end(false));
    socket.once("secureConnect", () => end(true));
    socket.on("error", (cause) => end(isTlsAlert(systemCode(cause) ?? "")));
    socket.once("close", () => {
      forget();
      resolve(false);
    });
  });
}

/** What the other side says in TLS: `ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION`. */
export function isTlsAlert(code: string): boolean {
  return code.startsWith("ERR_SSL_") && code.includes("_ALERT_");
}
