import https from "node:https";
import { HttpsProxyAgent } from "https-proxy-agent";
import { beforeEach, expect, onTestFinished, test, vi } from "vitest";
import { downloadCloudflared } from "../../../../src/tunnel/cloudflared/program/download.ts";
import type { DownloadReport } from "../../../../src/tunnel/cloudflared/program/download-report.ts";

/** Instead of asking for anything it keeps what it was given, and through what its requests would have gone. */
const asked = vi.hoisted(() => ({ for: [] as unknown[], through: undefined as unknown, fails: undefined as unknown }));
vi.mock("cloudflared", () => ({
  install: async (...words: unknown[]) => {
    Object.assign(asked, { for: words, through: https.globalAgent });
    if (asked.fails !== undefined) throw asked.fails;
  },
}));

const standard = https.globalAgent;
const everyVariable = ["https_proxy", "http_proxy", "all_proxy", "no_proxy"].flatMap((name) => [
  name,
  name.toUpperCase(),
]);

beforeEach(() => {
  Object.assign(asked, { for: [], through: undefined, fails: undefined });
  for (const name of everyVariable) vi.stubEnv(name, undefined);
  onTestFinished(() => {
    https.globalAgent = standard;
    vi.unstubAllEnvs();
  });
});

async function reportsOf(env: Record<string, string>): Promise<DownloadReport[]> {
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const reports: DownloadReport[] = [];
  await downloadCloudflared("/there/cloudflared", "2026.8.2", (report) => reports.push(report));
  return reports;
}

test.each([
  ["HTTPS_PROXY", "http://proxy.example.com:8080", "http://proxy.example.com:8080/"],
  ["https_proxy", "http://proxy.example.com:8080", "http://proxy.example.com:8080/"],
  ["all_proxy", "https://me:hidden@proxy.example.com:8080", "https://me:hidden@proxy.example.com:8080/"],
  ["ALL_PROXY", "HTTP://proxy.example.com:8080", "http://proxy.example.com:8080/"],
])("by %s=%s it goes through that proxy, and tells of it host and port alone", async (name, value, address) => {
  expect(await reportsOf({ [name]: value })).toEqual([
    { what: "proxy", host: "proxy.example.com:8080" },
    { what: "done" },
  ]);
  expect(asked.for).toEqual(["/there/cloudflared", "2026.8.2"]);
  expect(asked.through instanceof HttpsProxyAgent && asked.through.proxy.href).toBe(address);
});

test.each([
  [{}],
  [{ HTTPS_PROXY: "" }],
  [{ HTTP_PROXY: "http://proxy:1" }],
  [{ HTTPS_PROXY: "http://proxy:1", NO_PROXY: "github.com" }],
  [{ https_proxy: "http://proxy:1", no_proxy: "localhost,github.com" }],
  [{ HTTPS_PROXY: "http://proxy:1", no_proxy: "*" }],
])("with %j it goes around every proxy", async (env) => {
  expect([await reportsOf(env), asked.through]).toEqual([[{ what: "done" }], standard]);
});

test.each([
  "socks5://proxy:1080",
  "http://me:12/hidden@proxy:8080",
  "http://",
  "http://me:a@hidden:12/b@proxy:8080",
  "http://me:hidden12%zz@proxy:8080",
])("%s is refused before anything is asked for, and nothing of it is told", async (value) => {
  const reports = await reportsOf({ HTTPS_PROXY: value });
  expect(reports.at(-1)).toEqual({ what: "failed", code: "BAD_PROXY", message: "No proxy." });
  expect(JSON.stringify(reports)).not.toMatch(/hidden|\bme\b|12/);
  expect(asked.for).toEqual([]);
});

test.each([
  [Object.assign(new Error("no such host"), { code: "ENOTFOUND" }), { code: "ENOTFOUND", message: "no such host" }],
  [new Error("broken"), { message: "broken" }],
  ["a word", { message: "a word" }],
])("that it failed is told with the code of %s, if that has one", async (cause, failed) => {
  asked.fails = cause;
  expect(await reportsOf({})).toEqual([{ what: "failed", ...failed }]);
});
