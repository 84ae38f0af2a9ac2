import { connect } from "node:net";
import type { Clock } from "../../clock.ts";
import type { Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";
import { whenAborted, within } from "../../waiting.ts";

const pauseMs = 100;

/** Resolves when every target accepts connections. Throws `HooksError` TARGET_UNREACHABLE after `waitMs`. */
export async function waitForTargets(
  targets: readonly Target[],
  waitMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const over = new AbortController();
  const forget = whenAborted(signal, () => over.abort());
  const missing = new Set(targets);
  const waiting = (async () => {
    for (const target of targets) {
      await untilUp(target, clock, over.signal);
      missing.delete(target);
    }
    return "up";
  })();
  const ended = await within(clock, waitMs, waiting);
  forget();
  over.abort();
  const [first] = missing;
  if (ended === undefined && first !== undefined && !signal.aborted) throw notThere(first.name, waitMs);
}

async function untilUp({ address }: Target, clock: Clock, over: AbortSignal): Promise<void> {
  if (address.kind !== "http") return;
  while (!over.aborted && !(await accepts(new URL(address.url), over))) await clock.sleep(pauseMs, over);
}

function notThere(name: string, waitMs: number): HooksError {
  const message = `${name} accepted no connection within ${waitMs / 1000} s (--wait).`;
  return new HooksError("TARGET_UNREACHABLE", {
    message,
    hint: "Start the handler, or check the address and its port.",
  });
}

/** For `localhost` and what is below it, either loopback address will do. */
async function accepts({ hostname, port, protocol }: URL, over: AbortSignal): Promise<boolean> {
  const isLocal = /(?:^|\.)localhost\.?$/.test(hostname);
  const hosts = isLocal ? ["127.0.0.1", "::1"] : [hostname.replace(/^\[|\]$/g, "")];
  const number = Number(port) || (protocol === "https:" ? 443 : 80);
  for (const host of hosts) if (await connects(host, number, over)) return true;
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
