import type { Trial, TunnelTrouble } from "../../tunnel/index.ts";
import type { Check, Judgement } from "../check.ts";
import { failure, note, ok, skipped } from "../judgements.ts";

/** Whether cloudflared gets through to Cloudflare's network, as it tells itself or as its connection shows. */
export const port7844: Check = async ({ facts }) => {
  const tried = await facts.trial();
  return ["why" in tried ? skipped(tried.why) : judge(tried.trial)];
};

function judge(trial: Trial): Judgement {
  const { protocol, trouble, network } = trial;
  const [tcp, udp] = [wayOf(trial, "TCP"), wayOf(trial, "UDP")];
  if (tcp === "open" && udp === "open") return ok("Both ways to Cloudflare are open, over TCP (http2) and UDP (quic).");
  if (tcp === "open" && udp === "blocked")
    return note("UDP does not get through, and TCP does: listen uses TCP.", "Leave --tunnel-protocol at http2.");
  if (tcp === "open" || protocol === "http2") return ok("cloudflared gets through to Cloudflare, over TCP (http2).");
  if (tcp === "blocked" && udp === "open")
    return note(
      "TCP does not get through, and UDP does: listen uses UDP after a try in vain.",
      "Use UDP from the start: listen --tunnel-protocol quic",
    );
  if (tcp === "blocked")
    return failure("Neither TCP nor UDP gets through to Cloudflare.", ...withAdvice(network.advice));
  if (trouble !== undefined) return judgeTrouble(trouble);
  return note("It is not known: cloudflared did not get so far.");
}

type Way = "open" | "blocked" | undefined;

/** Cloudflare has several places; one that can be reached is enough. */
function wayOf({ network }: Trial, transport: "TCP" | "UDP"): Way {
  const states = network.checks.filter(({ component }) => component.startsWith(transport)).map(({ status }) => status);
  if (states.includes("pass")) return "open";
  return states.includes("fail") ? "blocked" : undefined;
}

function withAdvice(advice: readonly string[]): string[] {
  const found = advice.filter((line) => line.includes("7844"));
  const mend = found.length > 0 ? found : ["A firewall must let port 7844 out to Cloudflare, TCP or UDP."];
  return [...mend, "Go on without it: --no-tunnel, or --public-url with another way to this machine."];
}

/** What says nothing about this machine. */
const ofCloudflare = ["RATE_LIMITED", "BAD_ANSWER"];

function judgeTrouble({ code, message, hint, output }: TunnelTrouble): Judgement {
  if (code === "NO_DNS") return skipped("Without DNS it cannot be tried.");
  const mend = [...(hint?.split("\n") ?? []), ...(output ?? []).map((line) => `  cloudflared: ${line}`)];
  return ofCloudflare.includes(code) ? note(message, ...mend) : failure(message, ...mend);
}
