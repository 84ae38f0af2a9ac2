import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";
import https from "node:https";
import { badProxy, badRedirect, endlessRedirects, type DownloadReport } from "./download-report.ts";
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
  if (host === undefined || !/^https?:/i.test(proxy) || !canSignIn(new URL(proxy)))
    throw Object.assign(new Error("No proxy."), { code: badProxy });
  const { HttpsProxyAgent } = await import("https-proxy-agent");
  Object.assign(https, { globalAgent: new HttpsProxyAgent(proxy) });
}

/** Whether the agent can read who signs in: a % that is meant as such has to be written %25. */
function canSignIn({ username, password }: URL): boolean {
  try {
    decodeURIComponent(`${username}:${password}`);
    return true;
  } catch {
    return false;
  }
}

const mostRedirects = 10;

/** Resolves where an answer ends before its end, or leads on to where nothing can come from. */
function untilCut(report: (report: DownloadReport) => void): Promise<void> {
  let redirects = 0;
  return new Promise((resolve) => {
    subscribe("http.client.response.finish", (message) => {
      const { response } = message as { response: IncomingMessage };
      const { statusCode: status = 0, headers } = response;
      if (isRedirect(response)) {
        redirects += 1;
        const failed = whyNotFollowed(headers.location ?? "", redirects);
        if (failed === undefined) return;
        report({ what: "failed", ...failed });
        return resolve();
      }
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
  return followed.includes(statusCode) && headers.location !== undefined;
}

/** By the package. */
const followed = [301, 302, 303, 307, 308];

function whyNotFollowed(location: string, redirects: number): { code: string; message: string } | undefined {
  if (redirects > mostRedirects) return { code: endlessRedirects, message: String(redirects) };
  if (!URL.canParse(location)) return { code: badRedirect, message: "not a complete address" };
  const { protocol, host } = new URL(location); // the rest of it may be a secret
  return protocol === "https:" ? undefined : { code: badRedirect, message: `${protocol}//${host}` };
}

function codeOf(cause: unknown): string | undefined {
  return cause instanceof Error && "code" in cause ? String(cause.code) : undefined;
}
