import { connect } from "node:net";
import { isLoopbackName, loopbackAddresses } from "../../../loopback.ts";
import { portOf } from "../../../url-port.ts";
import { whenAborted } from "../../../waiting.ts";

/** Whether something accepts connections there. For `localhost` and what is below it, either loopback address will do. */
export async function accepts(url: URL, over: AbortSignal): Promise<boolean> {
  const { hostname } = url;
  const hosts = isLoopbackName(hostname) ? loopbackAddresses : [hostname.replace(/^\[|\]$/g, "")];
  for (const host of hosts) if (await connects(host, portOf(url), over)) return true;
  return false;
}

/** A host behind a firewall answers nothing for minutes: the attempt ends with the waiting. */
function connects(host: string, port: number, over: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    const forget = whenAborted(over, () => end(false)); // connect's own `signal` would leave a listener for each attempt
    socket.once("connect", () => end(true)).on("error", () => end(false));
    socket.once("close", forget);
  });
}
