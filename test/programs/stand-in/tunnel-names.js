import { setTimeout as sleep } from "node:timers/promises";

const words = [
  "fare",
  "write",
  "waste",
  "gadgets",
  "lamp",
  "orbit",
  "plain",
  "sugar",
  "tiger",
  "velvet",
  "window",
  "north",
];

/** Four words, anew each time. */
export function quickName() {
  const four = Array.from({ length: 4 }, () => words[Math.floor(Math.random() * words.length)]);
  return `${four.join("-")}-${process.pid}.trycloudflare.com`;
}

/** Asks for a quick tunnel, which takes as long as the settings say. */
export async function ask({ settings, log, report }) {
  if (settings.logForm !== "old")
    log.info(
      "Thank you for trying Cloudflare Tunnel. Doing so, without a Cloudflare account, is a quick way to experiment and try it out.",
    );
  log.info("Requesting new quick Tunnel on trycloudflare.com...");
  report("requested");
  await sleep(settings.addressAfterMs ?? 0);
}

/** The real token is base64 of an object with a, t and s. */
export function tokenFacts(token, { log, end }) {
  try {
    const { a, t, s } = JSON.parse(Buffer.from(token, "base64").toString());
    if (![a, t, s].every((part) => typeof part === "string")) throw new SyntaxError("a part is missing");
    log.info(`Starting tunnel tunnelID=${t}`);
    return "hooks.example.com";
  } catch {
    log.plain("Provided Tunnel token is not valid.");
    log.plain("See 'cloudflared tunnel run --help'.");
    return end(255);
  }
}
