import { connect } from "node:net";
import { whenAborted } from "./waiting.ts";

/**
 * Whether something accepts connections at one of these hosts, names or addresses without brackets. A host behind a
 * firewall answers nothing for minutes: the answer is no once it is `over`.
 */
export async function accepts(hosts: readonly string[], port: number, over?: AbortSignal): Promise<boolean> {
  for (const host of hosts) if (await connects(host, port, over)) return true;
  return false;
}

function connects(host: string, port: number, over: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (is: boolean) => {
      socket.destroy();
      resolve(is);
    };
    const forget = over && whenAborted(over, () => end(false)); // connect's own `signal` would leave a listener each time
    socket.once("connect", () => end(true)).on("error", () => end(false));
    socket.once("close", () => forget?.());
  });
}
