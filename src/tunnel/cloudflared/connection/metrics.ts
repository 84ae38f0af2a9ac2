import { get } from "node:http";
import type { Clock } from "../../../clock.ts";
import { within } from "../../../waiting.ts";

/** What cloudflared tells of itself; source: metrics/readiness.go and metrics/metrics.go in cloudflare/cloudflared. */
export interface Metrics {
  isConnected: boolean;
  /** Of a quick tunnel, once it has its name. */
  hostname?: string;
}

/** On loopback an answer takes a millisecond. */
const patienceMs = 2_000;

/** Undefined where nothing answers there, or not as cloudflared does. Never rejects. */
export async function askMetrics(address: string, clock: Clock): Promise<Metrics | undefined> {
  const over = new AbortController();
  try {
    const asked = Promise.all([
      ask(`http://${address}/ready`, over.signal),
      ask(`http://${address}/quicktunnel`, over.signal),
    ]);
    const [ready, quick] = (await within(clock, patienceMs, asked)) ?? [];
    if (ready === undefined || typeof ready.body["readyConnections"] !== "number") return undefined;
    const hostname = quick?.body["hostname"];
    return {
      isConnected: ready.status === 200,
      ...(typeof hostname === "string" && isHostname(hostname) && { hostname }),
    };
  } finally {
    over.abort();
  }
}

interface MetricsAnswer {
  status: number;
  body: Record<string, unknown>;
}

function ask(url: string, signal: AbortSignal): Promise<MetricsAnswer | undefined> {
  return new Promise((resolve) => {
    const request = get(url, { signal, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.length < 100 && chunks.push(chunk));
      response.once("end", () => resolve({ status: response.statusCode ?? 0, body: parsed(Buffer.concat(chunks)) }));
      response.once("error", () => resolve(undefined));
    });
    request.once("error", () => resolve(undefined));
  });
}

function parsed(body: Buffer): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body.toString("utf8"));
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {}; // another program has the port
  }
}

function isHostname(text: string): boolean {
  return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(text);
}
