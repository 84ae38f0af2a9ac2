import { expect, test } from "vitest";
import { downloadFailed } from "../../../../src/tunnel/cloudflared/program/fetch-sentences.ts";
import type { DownloadFacts } from "../../../../src/tunnel/cloudflared/program/downloading.ts";

const megabyte = 1024 * 1024;
const released = { version: "2026.8.2", bytes: 3 * megabyte, sha256: "" };
const answer = { what: "answer", status: 200, bytes: released.bytes, isPage: false } as const;

/** The sentence, and the first line below it. */
function told(facts: Partial<DownloadFacts>, env: Record<string, string> = {}) {
  const machine = { env, platform: "darwin", architecture: "x64", homeFolder: "/", processId: 2, signal() {} };
  const { code, message, hint } = downloadFailed({ bytes: 0, ...facts }, { released, machine, folder: "/cache" });
  expect(hint).toContain("\n  --no-tunnel ");
  return [code, message, hint?.split("\n")[0]];
}

const isThereAWay = "Check the internet connection. If it goes through a proxy, name that in HTTPS_PROXY.";

test.each([
  [{ code: "ENOTFOUND", message: "" }, "DNS does not know github.com (ENOTFOUND)"],
  [{ code: "EAI_AGAIN", message: "" }, "DNS does not know github.com (EAI_AGAIN)"],
  [{ code: "ECONNREFUSED", message: "" }, "no connection to github.com (ECONNREFUSED)"],
  [{ code: "ETIMEDOUT", message: "" }, "no connection to github.com (ETIMEDOUT)"],
])("without a proxy %j is told as what is in the way", (failed, why) => {
  expect(told({ failed })).toEqual(["DOWNLOAD_FAILED", `cloudflared could not be downloaded: ${why}.`, isThereAWay]);
});

test.each([
  [{ https_proxy: "a", HTTPS_PROXY: "b" }, "https_proxy"],
  [{ HTTPS_PROXY: "b", all_proxy: "c" }, "HTTPS_PROXY"],
  [{ https_proxy: "", all_proxy: "c", ALL_PROXY: "d" }, "all_proxy"],
  [{ ALL_PROXY: "d" }, "ALL_PROXY"],
])("with %j the proxy is that of %s", (env, name) => {
  const failed = { code: "ENOTFOUND", message: "" };
  expect(told({ failed, proxy: "proxy:8080" }, env)).toEqual([
    "DOWNLOAD_FAILED",
    "cloudflared could not be downloaded: no connection through the proxy proxy:8080 (ENOTFOUND).",
    `The proxy is set in ${name}. NO_PROXY=github.com bypasses it.`,
  ]);
});

test.each([undefined, "proxy:8080"])("with the proxy %s what broke in the program is told as it is", (proxy) => {
  const facts = { failed: { message: "x is not defined" }, ...(proxy !== undefined && { proxy }) };
  expect(told(facts)).toEqual([
    "DOWNLOAD_FAILED",
    "cloudflared could not be downloaded: x is not defined.",
    "Install it:",
  ]);
});

test("a proxy that hangs up is one to which there is no connection", () => {
  const message = "Proxy connection ended before receiving CONNECT response";
  expect(told({ failed: { message }, proxy: "proxy:8080" })[1]).toBe(
    `cloudflared could not be downloaded: no connection through the proxy proxy:8080 (${message}).`,
  );
});

test("where github.com leads on to nothing, it alone is named without a proxy", () => {
  const failed = { code: "BAD_REDIRECT", message: "http://login.example.com" };
  expect(told({ failed })[1]).toBe(
    "cloudflared could not be downloaded: github.com redirected to an unusable address (http://login.example.com).",
  );
});

const untrusted = ["CERT_HAS_EXPIRED", "ERR_TLS_CERT_ALTNAME_INVALID", "UNABLE_TO_VERIFY_LEAF_SIGNATURE"];
test.each([...untrusted, "SELF_SIGNED_CERT_IN_CHAIN", "DEPTH_ZERO_SELF_SIGNED_CERT"])(
  "%s is a certificate, also behind a proxy",
  (code) => {
    const [, message] = told({ failed: { code, message: "" }, proxy: "proxy:8080" });
    expect(message).toBe(
      `cloudflared could not be downloaded: the certificate of github.com is not trusted (${code}).`,
    );
  },
);

test.each([
  [
    "ENOSPC",
    "cloudflared does not fit on the disk of /cache (ENOSPC).",
    "Free space, or name another folder in XDG_CACHE_HOME.",
  ],
  [
    "EDQUOT",
    "cloudflared does not fit on the disk of /cache (EDQUOT).",
    "Free space, or name another folder in XDG_CACHE_HOME.",
  ],
  ["EROFS", "cloudflared cannot be written to /cache (EROFS).", "Name another folder in XDG_CACHE_HOME."],
  ["EACCES", "cloudflared cannot be written to /cache (EACCES).", "Name another folder in XDG_CACHE_HOME."],
])("%s while it is written is told of the disk", (code, message, hint) => {
  const received = { bytes: megabyte, isWhole: false };
  const facts = { answer, received, failed: { code, message: "" }, bytes: megabyte };
  expect(told(facts)).toEqual(["FOLDER_UNWRITABLE", message, hint]);
});

test.each<[string, Partial<DownloadFacts>, string]>([
  [
    "github.com",
    { answer: { ...answer, status: 404 } },
    "cloudflared could not be downloaded: github.com answered 404.",
  ],
  [
    "something on the way",
    { answer: { ...answer, isPage: true } },
    "The download is a web page instead of cloudflared: something on the way, such as a login page of this network, blocks it.",
  ],
  ["nothing at all", { stalledMs: 30_000 }, "The download of cloudflared stopped: no data from github.com in 30 s."],
  [
    "a part",
    { stalledMs: 30_000, answer, bytes: 1.5 * megabyte },
    "The download of cloudflared stopped: no more data from github.com in 30 s, after 1.5 of 3.0 MB.",
  ],
  [
    "the whole of it",
    { stalledMs: 30_000, answer, received: { bytes: released.bytes, isWhole: true } },
    "cloudflared was downloaded, but not unpacked within 30 s.",
  ],
  ["nobody", {}, "The download of cloudflared ended without an error message."],
])("without a proxy none is named where the answer is from %s", (_, facts, message) => {
  expect(told(facts)[1]).toBe(message);
});

test("how to install it by hand is told beside each", () => {
  const machine = { env: {}, platform: "darwin", architecture: "x64", homeFolder: "/", processId: 2, signal() {} };
  const { hint } = downloadFailed({ bytes: 0 }, { released, machine, folder: "/cache" });
  expect(hint?.split("\n")).toContain("  brew install cloudflared");
});
