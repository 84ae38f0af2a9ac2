import type { Trial, TunnelTrouble } from "../../tunnel/index.ts";
import type { Check, Judgement } from "../check.ts";
import { failure, note, ok, skipped } from "../judgements.ts";

/** Whether cloudflared gets through to Cloudflare's network, as it tells itself or as its connection shows. */
export const port7844: Check = async ({ facts, typedProgram }) => {
  const tried = await facts.trial();
  return ["why" in tried ? skipped(tried.why) : judge(tried.trial, typedProgram)];
};

function judge(trial: Trial, typedProgram: string): Judgement {
  const { protocol, trouble, network } = trial;
  const [tcp, udp] = [wayOf(trial, "TCP"), wayOf(trial, "UDP")];
  if (tcp === "open" && udp === "open") return ok("cloudflared reaches Cloudflare over TCP (http2) and UDP (quic).");
  if (tcp === "open" && udp === "blocked")
    return note("UDP is blocked, TCP works: listen uses TCP.", "Keep --tunnel-protocol at http2.");
  if (tcp === "open" || protocol === "http2") return ok("cloudflared reaches Cloudflare over TCP (http2).");
  if (tcp === "blocked" && udp === "open")
    return note(
      "TCP is blocked, UDP works: listen uses UDP after it has tried TCP.",
      "Use UDP from the start:",
      `  ${typedProgram} listen --tunnel-protocol quic`,
    );
  if (tcp === "blocked")
    return failure("Neither TCP nor UDP gets through to Cloudflare.", ...withAdvice(network.advice));
  if (trouble !== undefined) return judgeTrouble(trouble);
  return note("Unknown: cloudflared did not get that far.");
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
  const mend =
    found.length > 0 ? found : ["The firewall must allow outgoing connections to Cloudflare on port 7844, TCP or UDP."];
  return [...mend, "To continue without cloudflared, use --no-tunnel, or --public-url with your own tunnel or proxy."];
}

/** What says nothing about this machine. */
const ofCloudflare = ["RATE_LIMITED", "BAD_ANSWER"];

function judgeTrouble({ code, message, hint, output }: TunnelTrouble): Judgement {
  if (code === "NO_DNS") return skipped("Not tried, because DNS does not work.");
  const mend = [...(hint?.split("\n") ?? []), ...(output ?? []).map((line) => `  cloudflared: ${line}`)];
  return ofCloudflare.includes(code) ? note(message, ...mend) : failure(message, ...mend);
}
