import { mkdir, readdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { fetchProject } from "../harness/fetch-project.ts";
import { freePort } from "../harness/free-port.ts";
import {
  cutAfter,
  page,
  redirect,
  stallAfter,
  startReleaseServer,
  status,
  whole,
  withoutLength,
  type Answer,
} from "../harness/release-server.ts";

const megabyte = 1024 * 1024;
const listen = ["listen", "--port", "0", "--yes"];
const other = Buffer.from("no program");

/** What is said behind the first line, without what is the same for all. */
function told(stderr: string): string[] {
  return stderr
    .split("\n")
    .filter((line) => !line.startsWith("Downloading "))
    .slice(0, 2);
}

const failures: [string, (content: Buffer) => Answer, string, string][] = [
  [
    "is cut in the middle",
    (content) => cutAfter(megabyte, content),
    "✖ The download of cloudflared was cut off after 1.0 of 3.0 MB.",
    "  Try again; nothing was kept.",
  ],
  [
    "stops",
    (content) => stallAfter(megabyte, content),
    "✖ The download of cloudflared stopped: no more data from github.com through the proxy <proxy> in 3 s, after 1.0 of 3.0 MB.",
    "  Try again; nothing was kept.",
  ],
  [
    "is not there",
    () => status(404),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, answered 404.",
    "  Something between this machine and github.com may block it.",
  ],
  [
    "is forbidden",
    () => status(403),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, answered 403.",
    "  Something between this machine and github.com may block it.",
  ],
  [
    "meets a server that is down",
    () => status(502),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, answered 502.",
    "  This may be temporary. Try again later.",
  ],
  [
    "brings a web page",
    () => page("<html>Log in first</html>"),
    "✖ The download is a web page instead of cloudflared: the proxy <proxy> blocks it.",
    "  Open https://github.com in a browser to see what it requires.",
  ],
  [
    "leads on without TLS",
    () => redirect("http://login.example.com/hidden?secret=1"),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, redirected to an unusable address (http://login.example.com).",
    "  Open https://github.com in a browser to see what it requires.",
  ],
  [
    "leads on to a path alone",
    () => redirect("/elsewhere"),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, redirected to an unusable address (not a complete address).",
    "  Open https://github.com in a browser to see what it requires.",
  ],
  [
    "leads on without end",
    () => redirect("https://github.com/again"),
    "✖ cloudflared could not be downloaded: github.com, or the proxy <proxy>, redirected again and again.",
    "  Open https://github.com in a browser to see what it requires.",
  ],
  [
    "has another size",
    () => whole(other),
    "✖ The download is not cloudflared 2026.8.2: it has 10 bytes instead of 3,145,728.",
    "  Something between this machine and github.com changed it. It was not kept.",
  ],
  [
    "has another size, which nobody told before",
    () => withoutLength(other),
    "✖ The download is not cloudflared 2026.8.2: it has 10 bytes instead of 3,145,728.",
    "  Something between this machine and github.com changed it. It was not kept.",
  ],
  [
    "has the size and not the bytes",
    (content) => whole(Buffer.alloc(content.length, "x")),
    "✖ The download is not the published cloudflared: its SHA-256 is different.",
    "  Something between this machine and github.com changed it. It was not kept.",
  ],
];

test.each(failures)("a download that %s ends it with 3 and leaves nothing", async (_, answer, message, hint) => {
  const project = await fetchProject({ settings: message.includes("stopped") ? { stallMs: 3_000 } : {} });
  const { proxy, host } = await startReleaseServer({ answer: answer(project.content) });
  const { status: ended, stdout, stderr } = await project.run(listen, { env: { HTTPS_PROXY: proxy } });
  expect([ended, stdout, ...told(stderr)]).toEqual([3, "", message.replace("<proxy>", host), hint]);
  expect(stderr).toContain("  --no-tunnel         requests from this machine only\n");
  expect(await project.cached()).toEqual([]);
});

const unfit: [string, (file: Buffer) => Buffer, string][] = [
  [
    "is no program",
    () => Buffer.from("\u0001\u0002\u0003\u0004"),
    "✖ cloudflared was downloaded, but does not run on this machine, linux x64 (<how>).",
  ],
  [
    "fails when it is started",
    () => Buffer.from("#!/bin/sh\nexit 9\n"),
    "✖ cloudflared was downloaded, but does not run on this machine, linux x64 (exit status 9).",
  ],
  [
    "is another version",
    () => Buffer.from("#!/bin/sh\necho 'cloudflared version 2020.1.1 (built 2020-01-01)'\n"),
    '✖ The download is not cloudflared 2026.8.2: it prints "cloudflared version 2020.1.1 (built 2020-01-01)".',
  ],
];

test.each(unfit)("what %s is not kept", async (_, content, message) => {
  const project = await fetchProject({ content });
  const { proxy } = await startReleaseServer({ answer: whole(project.content) });
  const { status: ended, stderr } = await project.run(listen, { env: { HTTPS_PROXY: proxy } });
  expect(ended).toBe(3);
  const platform = `${process.platform} ${process.arch}`;
  const [first = ""] = told(stderr);
  expect(first.replace(/\((?:ENOEXEC|UNKNOWN|exit status 12\d)\)/, "(<how>)")).toBe(
    message.replace("linux x64", platform),
  );
  expect(await project.cached()).toEqual([]);
});

test("a proxy that wants a password is named without the one that was tried", async () => {
  const project = await fetchProject();
  const { host, connects } = await startReleaseServer({
    answer: whole(project.content),
    refusal: "407 Proxy Authentication Required",
  });
  const {
    status: ended,
    stdout,
    stderr,
  } = await project.run([...listen, "--debug"], {
    env: { https_proxy: `http://ann:hunter22@${host}` },
  });
  expect([ended, ...told(stderr)]).toEqual([
    3,
    `✖ cloudflared could not be downloaded: the proxy ${host} requires a password (407).`,
    `  Add it to https_proxy: http://<user>:<password>@${host}`,
  ]);
  expect(connects).toEqual([`github.com:443 Basic ${Buffer.from("ann:hunter22").toString("base64")}`]);
  expect([stdout, stderr].join("")).not.toContain("hunter22");
  expect(await project.cached()).toEqual([]);
});

test("a proxy that is not there is named with its variable", async () => {
  const project = await fetchProject();
  const host = `127.0.0.1:${await freePort()}`;
  const { status: ended, stderr } = await project.run(listen, { env: { HTTPS_PROXY: `http://${host}` } });
  expect([ended, ...told(stderr)]).toEqual([
    3,
    `✖ cloudflared could not be downloaded: no connection through the proxy ${host} (ECONNREFUSED).`,
    "  The proxy is set in HTTPS_PROXY. NO_PROXY=github.com bypasses it.",
  ]);
  expect(await project.cached()).toEqual([]);
});

test("a proxy without a scheme is asked by http", async () => {
  const project = await fetchProject();
  const { host, connects } = await startReleaseServer({ answer: status(404) });
  const { stderr } = await project.run(listen, { env: { HTTPS_PROXY: host } });
  expect([told(stderr)[0], connects.length]).toEqual([
    `✖ cloudflared could not be downloaded: github.com, or the proxy ${host}, answered 404.`,
    2,
  ]);
});

test("a proxy of another kind is refused without its address", async () => {
  const project = await fetchProject();
  const env = { HTTPS_PROXY: "socks5://ann:hunter22@127.0.0.1:1080" };
  const { status: ended, stderr } = await project.run(listen, { env });
  expect([ended, ...told(stderr)]).toEqual([
    3,
    "✖ cloudflared could not be downloaded: HTTPS_PROXY does not name a usable proxy.",
    "  Use, for example, HTTPS_PROXY=http://proxy.example.com:8080, or unset it.",
  ]);
});

test("a certificate that nobody here knows is told with what would name it", async () => {
  const project = await fetchProject();
  const { proxy } = await startReleaseServer({ answer: whole(project.content) });
  const { status: ended, stderr } = await project.run(listen, {
    env: { HTTPS_PROXY: proxy, NODE_EXTRA_CA_CERTS: "" },
  });
  expect([ended, ...told(stderr)]).toEqual([
    3,
    "✖ cloudflared could not be downloaded: the certificate of github.com is not trusted (DEPTH_ZERO_SELF_SIGNED_CERT).",
    "  Something on this network intercepts TLS connections. Name its certificate: NODE_EXTRA_CA_CERTS=<file>",
  ]);
  expect(await project.cached()).toEqual([]);
});

test("where the cache cannot be made, that is told before anything is asked for", async () => {
  const project = await fetchProject();
  const { proxy, connects } = await startReleaseServer({ answer: whole(project.content) });
  const folder = dirname(project.program);
  await mkdir(dirname(folder), { recursive: true });
  await writeFile(folder, "a file");
  const { status: ended, stderr } = await project.run(listen, { env: { HTTPS_PROXY: proxy } });
  expect([ended, ...told(stderr)]).toEqual([
    3,
    `✖ cloudflared cannot be written to ${folder} (ENOTDIR).`,
    "  Name another folder in XDG_CACHE_HOME.",
  ]);
  expect([connects, await readdir(dirname(folder))]).toEqual([[], ["cloudflared"]]);
});
