import { accepts } from "../../../accepting.ts";
import { isLoopbackName, loopbackAddresses } from "../../../loopback.ts";
import { portOf } from "../../../address.ts";

/** Whether something accepts connections there. For `localhost` and what is below it, either loopback address will do. */
export function isUp(url: URL, over: AbortSignal): Promise<boolean> {
  const { hostname } = url;
  const hosts = isLoopbackName(hostname) ? loopbackAddresses : [hostname.replace(/^\[|\]$/g, "")];
  return accepts(hosts, portOf(url), over);
}
