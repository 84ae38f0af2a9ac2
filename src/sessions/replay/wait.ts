import { connect } from "node:net";
import type { Clock } from "../../clock.ts";
import type { Target } from "../../delivery/index.ts";
import { HooksError } from "../../errors.ts";

const pauseMs = 100;

/** Resolves when every target accepts connections. Throws `HooksError` TARGET_UNREACHABLE after `waitMs`. */
export async function waitForTargets(
  targets: readonly Target[],
  waitMs: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<void> {
  const late = new AbortController();
  const done = new AbortController();
  void clock.sleep(waitMs, done.signal).then(() => late.abort());
  const over = AbortSignal.any([signal, late.signal]);
  try {
    for (const { address, name } of targets) {
      if (address.kind !== "http") continue;
      while (!signal.aborted && !(await accepts(new URL(address.url), over))) {
        if (late.signal.aborted) throw notThere(name, waitMs);
        await clock.sleep(pauseMs, over);
      }
    }
  } finally {
    done.abort();
  }
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
      over.removeEventListener("abort", giveUp); // connect's own `signal` would leave a listener for each attempt
      socket.destroy();
      resolve(is);
    };
    const giveUp = () => end(false);
    over.addEventListener("abort", giveUp);
    socket.once("connect", () => end(true)).on("error", giveUp);
    if (over.aborted) giveUp();
  });
}
