/** The two of loopback: a program on this machine may listen on either. */
export const loopbackAddresses = ["127.0.0.1", "::1"] as const;

/** The same with the name that stands for them. */
export const loopbackHosts = ["localhost", ...loopbackAddresses] as const;

/** `localhost` and what is below it, which RFC 6761, 6.3 gives to loopback. */
export function isLoopbackName(host: string): boolean {
  return /^(?:.+\.)?localhost\.?$/i.test(host);
}

/** Whether a name or an address, without brackets, leads to this machine; an address in the form that a URL gives it. */
export function isThisMachine(host: string): boolean {
  return isLoopbackName(host) || host === "::1" || /^127\.\d+\.\d+\.\d+$/.test(host) || isEveryAddress(host);
}

/** Whether only this machine reaches what listens there; judged by the text, so what is not known is not counted. */
export function isForThisMachineAlone(host: string): boolean {
  return isThisMachine(host) && !isEveryAddress(host);
}

/**
 * The address at which this machine reaches what listens on a host. For `::` that is the one of IPv4 too: Node takes
 * both there, and where IPv6 is switched off there still is a `::` to listen on, but no `::1` to reach it at.
 */
export function localAddressOf(host: string): string {
  return isEveryAddress(host) ? loopbackAddresses[0] : host;
}

/** Servers print them as their address. */
function isEveryAddress(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}
