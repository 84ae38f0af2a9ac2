import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import { badProxy, type DownloadReport } from "./download-report.ts";
import { placeOfProxy } from "./proxy-place.ts";

const source = "https://github.com/";

/**
 * Downloads this version of cloudflared to this file, and reports. For a process of its own: the package that does it
 * cannot be told to stop, waits for ever for an answer that was cut, and knows no proxy.
 */
export async function downloadCloudflared(
  to: string,
  version: string,
  report: (report: DownloadReport) => void,
): Promise<void> {
  try {
    await useProxy(report);
    const cut = untilCut(report);
    const { install } = await import("cloudflared");
    await Promise.race([install(to, version).then(() => report({ what: "done" })), cut]);
  } catch (cause) {
    report({ what: "failed", code: codeOf(cause), message: cause instanceof Error ? cause.message : String(cause) });
  }
}

/** Of what the package asks for, every request goes through the agent that stands here. */
async function useProxy(report: (report: DownloadReport) => void): Promise<void> {
  const { getProxyForUrl } = await import("proxy-from-env");
  const proxy = getProxyForUrl(source);
  if (proxy === "") return;
  const host = placeOfProxy(proxy);
  report({ what: "proxy", host: host ?? "" });
  if (host === undefined || !/^https?:/i.test(proxy)) throw Object.assign(new Error("No proxy."), { code: badProxy });
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  https.globalAgent = new HttpsProxyAgent(proxy) as unknown as https.Agent;
}

/** Resolves where an answer ends before its end. */
function untilCut(report: (report: DownloadReport) => void): Promise<void> {
  return new Promise((resolve) => {
    subscribe("http.client.response.finish", (message) => {
      const { response } = message as { response: IncomingMessage };
      const { statusCode: status = 0, headers } = response;
      if (isRedirect(response)) return;
      const length = headers["content-length"];
      const isPage = (headers["content-type"] ?? "").startsWith("text/html");
      report({ what: "answer", status, bytes: length === undefined ? undefined : Number(length), isPage });
      if (status !== 200) return;
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.once("close", () => {
        report({ what: "received", bytes, isWhole: response.complete });
        if (!response.complete) resolve();
      });
    });
  });
}

function isRedirect({ statusCode = 0, headers }: IncomingMessage): boolean {
  return statusCode >= 300 && statusCode < 400 && headers.location !== undefined;
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}
