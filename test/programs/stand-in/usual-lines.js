import { setTimeout as sleep } from "node:timers/promises";

const usualChecks = [
  "DNS Resolution    us-region1.v2.argotunnel.com  PASS    DNS Resolved successfully",
  "UDP Connectivity  us-region1.v2.argotunnel.com  PASS    QUIC connection successful",
  "TCP Connectivity  us-region1.v2.argotunnel.com  PASS    HTTP/2 connection successful",
  "Cloudflare API    api.cloudflare.com:443        PASS    API is reachable",
  "SUMMARY: Environment is healthy. cloudflared will use 'http2' as primary protocol.",
];

const border = `+${"-".repeat(92)}+`;

/** The box with the address, and in the newest versions another one before it, or after the connection. */
export async function sayBox({ hostname, settings, log }) {
  if (log.logForm === "new" && !settings.checksAreLate) sayChecks({ settings, log });
  if (settings.longLineBytes !== undefined) process.stderr.write(`${"x".repeat(settings.longLineBytes)}\n`);
  log.info(border);
  log.info("|  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |");
  if (settings.splitAddress) {
    process.stderr.write(`2026-04-28T16:27:15Z INF |  https://${hostname.slice(0, 9)}`);
    await sleep(50);
    process.stderr.write(`${hostname.slice(9)}  |\n`);
  } else log.info(`|  ${`https://${hostname}`.padEnd(border.length - 4)}|`);
  log.info(border);
}

/** What it finds of the network. */
export function sayChecks({ settings: { checks = usualChecks }, log }) {
  const title = "CONNECTIVITY PRE-CHECKS".padStart(53);
  const heading = "COMPONENT         TARGET                        STATUS  DETAILS";
  const lines = checks.length === 0 ? [] : [title, heading, ...checks];
  for (const line of lines) log.info(`|  ${line.padEnd(88)}  |`);
}

/** What is set at Cloudflare for a named tunnel. */
export function sayConfiguration({ log, hostname, service }) {
  const ingress = [{ hostname, originRequest: {}, service }, { service: "http_status:404" }];
  log.info("Updated to new configuration", {
    config: JSON.stringify({ ingress, "warp-routing": { enabled: false } }),
    version: 3,
  });
}

export const say = {
  start({ log, settings, argv }) {
    log.info("Version 2026.8.2");
    log.info(`Settings: map[${argv.filter((word) => word.startsWith("--")).join(" ")}]`);
    process.stderr.write(
      "failed to sufficiently increase receive buffer size (was: 208 kiB, wanted: 2048 kiB, got: 416 kiB).\n",
    );
    if (settings.says !== undefined) process.stderr.write(settings.says);
  },
  /** What it does against a refused network. */
  flood({ settings }) {
    if (settings.linesPerSecond === undefined) return;
    const line =
      '2022-12-07T07:52:13Z ERR Serve tunnel error error="connection with edge closed" connIndex=0 ip=198.41.200.13\n';
    setInterval(() => process.stderr.write(line.repeat(settings.linesPerSecond / 100)), 10);
  },
};
