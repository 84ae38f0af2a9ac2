import { limitText } from "../../../duration.ts";
import { HooksError, systemCode } from "../../../errors.ts";
import type { Machine } from "../../provider.ts";
import { waysOn } from "../../sentences.ts";
import { badProxy, badRedirect, endlessRedirects } from "./download-report.ts";
import type { DownloadFacts } from "./downloading.ts";
import { cacheFolder } from "./cache.ts";
import { installedBy } from "./installing.ts";
import type { Released } from "./release.ts";

interface Circumstances {
  released: Released;
  machine: Machine;
  /** Where it was to go. */
  folder: string;
}

/** Why a download did not bring the program: what is most particular comes first. */
export function downloadFailed(facts: DownloadFacts, circumstances: Circumstances): HooksError {
  const { released, machine, folder } = circumstances;
  const { answer, received, failed, stalledMs } = facts;
  if (answer !== undefined && answer.status !== 200) return refusedBy(answer.status, facts, machine);
  if (failed?.code !== undefined && noRoom.includes(failed.code)) return cacheUnwritable(folder, machine, failed);
  if (answer?.isPage === true) return pageInstead(facts, machine);
  const bytes = answer?.bytes ?? received?.bytes ?? facts.bytes;
  if (received?.isWhole === false) return cutOff(received.bytes, released, machine);
  if (stalledMs !== undefined && received !== undefined)
    return failure(`cloudflared was downloaded, but not unpacked within ${limitText(stalledMs)}.`, machine, [
      "Try again; nothing was kept.",
    ]);
  if (stalledMs !== undefined) return stalled(facts, stalledMs, released, machine);
  if (failed !== undefined) return notReached(failed, facts, machine);
  if (answer !== undefined && bytes !== released.bytes) return otherSize(bytes, released, machine);
  return failure("The download of cloudflared ended without an error message.", machine, [
    "If that happens again, something on this machine ends the download.",
  ]);
}

function refusedBy(status: number, facts: DownloadFacts, machine: Machine): HooksError {
  if (status === 407)
    return failure(
      `cloudflared could not be downloaded: the proxy ${facts.proxy} requires a password (407).`,
      machine,
      [`Add it to ${proxyVariable(machine)}: http://<user>:<password>@${facts.proxy}`],
    );
  return failure(`cloudflared could not be downloaded: ${whoAnswers(facts)} answered ${status}.`, machine, [
    status >= 500
      ? "This may be temporary. Try again later."
      : "Something between this machine and github.com may block it.",
  ]);
}

function whoAnswers({ proxy }: DownloadFacts): string {
  return proxy === undefined ? "github.com" : `github.com, or the proxy ${proxy},`;
}

function pageInstead({ proxy }: DownloadFacts, machine: Machine): HooksError {
  const who =
    proxy === undefined ? "something on the way, such as a login page of this network," : `the proxy ${proxy}`;
  return failure(`The download is a web page instead of cloudflared: ${who} blocks it.`, machine, [
    "Open https://github.com in a browser to see what it requires.",
  ]);
}

function cutOff(bytes: number, released: Released, machine: Machine): HooksError {
  const message = `The download of cloudflared was cut off after ${ofMegabytes(bytes, released)}.`;
  return failure(message, machine, ["Try again; nothing was kept."]);
}

function stalled({ bytes, proxy }: DownloadFacts, ms: number, released: Released, machine: Machine): HooksError {
  const from = proxy === undefined ? "github.com" : `github.com through the proxy ${proxy}`;
  const why =
    bytes === 0
      ? `no data from ${from} in ${limitText(ms)}`
      : `no more data from ${from} in ${limitText(ms)}, after ${ofMegabytes(bytes, released)}`;
  return failure(`The download of cloudflared stopped: ${why}.`, machine, ["Try again; nothing was kept."]);
}

function otherSize(bytes: number, released: Released, machine: Machine): HooksError {
  const sizes = `it has ${bytes.toLocaleString("en-US")} bytes instead of ${released.bytes.toLocaleString("en-US")}`;
  return failure(`The download is not cloudflared ${released.version}: ${sizes}.`, machine, [another]);
}

export function otherContent(machine: Machine): HooksError {
  const message = "The download is not the published cloudflared: its SHA-256 is different.";
  return failure(message, machine, [another]);
}

export function otherVersion(printed: string, version: string, machine: Machine): HooksError {
  const line = printed
    .split("\n")[0]
    ?.replaceAll(/[^ -~]/g, "")
    .slice(0, 100);
  return failure(`The download is not cloudflared ${version}: it prints "${line}".`, machine, [another]);
}

const another = "Something between this machine and github.com changed it. It was not kept.";

/** Such as by a virus scanner. */
export function notReadable(machine: Machine, cause: unknown): HooksError {
  const message = `cloudflared was downloaded, but can no longer be read (${systemCode(cause) ?? String(cause)}).`;
  const mend = `A virus scanner may have removed it: exclude ${cacheFolder(machine)} from its checks.`;
  return failure(message, machine, [mend], cause);
}

export function notExecutable(machine: Machine, cause: unknown): HooksError {
  const message = `cloudflared was downloaded, but cannot be run from ${cacheFolder(machine)} (${systemCode(cause) ?? String(cause)}).`;
  return failure(message, machine, [
    "That disk does not allow programs (noexec), or this user may not run them. Name another folder in XDG_CACHE_HOME.",
  ]);
}

export function notStarted(how: string, machine: Machine, cause: unknown): HooksError {
  const { platform, architecture } = machine;
  const message = `cloudflared was downloaded, but does not run on this machine, ${platform} ${architecture} (${how}).`;
  return failure(message, machine, [], cause);
}

export function cacheUnwritable(folder: string, machine: Machine, cause: unknown): HooksError {
  const code = systemCode(cause) ?? String(cause);
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  return new HooksError("FOLDER_UNWRITABLE", {
    message: isFull
      ? `cloudflared does not fit on the disk of ${folder} (${code}).`
      : `cloudflared cannot be written to ${folder} (${code}).`,
    hint: waysOn([
      isFull ? "Free space, or name another folder in XDG_CACHE_HOME." : "Name another folder in XDG_CACHE_HOME.",
      ...installedBy(machine),
    ]),
    cause,
  });
}

const noRoom = ["ENOSPC", "EDQUOT", "EACCES", "EPERM", "EROFS"];
const noName = ["ENOTFOUND", "EAI_AGAIN"];
/** What the agent says without a code where the proxy does not answer as one. */
const ofAgent = /^(?:Proxy connection ended|No header received from proxy|Invalid header from proxy)/;
const untrusted = /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_)/;

/** Nothing answered, or nothing that could be trusted or followed. */
function notReached(failed: { code?: string; message: string }, facts: DownloadFacts, machine: Machine): HooksError {
  const { code = "", message } = failed;
  const variable = proxyVariable(machine);
  if (code === badProxy)
    return failure(`cloudflared could not be downloaded: ${variable} does not name a usable proxy.`, machine, [
      `Use, for example, ${variable}=http://proxy.example.com:8080, or unset it.`,
    ]);
  if (code === badRedirect || code === endlessRedirects) {
    const where = code === badRedirect ? `to an unusable address (${message})` : "again and again";
    const sentence = `cloudflared could not be downloaded: ${whoAnswers(facts)} redirected ${where}.`;
    return failure(sentence, machine, ["Open https://github.com in a browser to see what it requires."]);
  }
  if (untrusted.test(code))
    return failure(
      `cloudflared could not be downloaded: the certificate of github.com is not trusted (${code}).`,
      machine,
      ["Something on this network intercepts TLS connections. Name its certificate: NODE_EXTRA_CA_CERTS=<file>"],
    );
  if (code === "" && !ofAgent.test(message))
    return failure(`cloudflared could not be downloaded: ${message.replace(/\.$/, "")}.`, machine, []);
  if (facts.proxy !== undefined)
    return failure(
      `cloudflared could not be downloaded: no connection through the proxy ${facts.proxy} (${code || message}).`,
      machine,
      [`The proxy is set in ${variable}. NO_PROXY=github.com bypasses it.`],
    );
  const why = noName.includes(code) ? "DNS does not know github.com" : "no connection to github.com";
  return failure(`cloudflared could not be downloaded: ${why} (${code}).`, machine, [
    "Check the internet connection. If it goes through a proxy, name that in HTTPS_PROXY.",
  ]);
}

/** The one that counts, as it is written. */
function proxyVariable({ env }: Machine): string {
  const names = ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
  return names.find((name) => (env[name] ?? "") !== "") ?? "HTTPS_PROXY";
}

function ofMegabytes(bytes: number, released: Released): string {
  return `${megabytes(bytes)} of ${megabytes(released.bytes)} MB`;
}

const megabytes = (bytes: number) => (bytes / 1024 ** 2).toFixed(1);

function failure(message: string, machine: Machine, mend: readonly string[], cause?: unknown): HooksError {
  return new HooksError("DOWNLOAD_FAILED", { message, hint: waysOn([...mend, ...installedBy(machine)]), cause });
}
