import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { doctoredMachine, linesOf, troubles, versionOfThisMonth } from "../harness/doctored-machine.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { gone } from "../harness/running-processes.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

test("where all is well each check says so, and exit is 0", async () => {
  const { doctor, standIn, port, project } = await doctoredMachine();
  const said = await doctor();
  expect([said.status, said.stderr]).toEqual([
    0,
    "Opening a quick tunnel for a few seconds, to test the connection to Cloudflare\n",
  ]);
  expect(linesOf(said).map((line) => line.replace(/(?<=projects\/).*(?= is)/, "…"))).toEqual([
    `✓ cloudflared   ${standIn.file} is the first on PATH.`,
    `✓ version       ${versionOfThisMonth()} is from this month.`,
    `✓ architecture  It starts on this machine (${process.platform} ${process.arch}).`,
    "✓ config files  No configuration file of cloudflared found.",
    "✓ variables     No variable that changes cloudflared is set.",
    "✓ proxies       No proxy is set.",
    "✓ dns           cloudflared can look up the names it needs, such as us-region1.v2.argotunnel.com.",
    "✓ port 7844     cloudflared reaches Cloudflare over TCP (http2) and UDP (quic).",
    "✓ strays        No tunnel was left behind.",
    `✓ port          ${port} is free.`,
    `✓ state folder  ${project.stateFolder}/appdirect-hooks/projects/… is writable.`,
    "No problems found.",
  ]);
  expect(await gone(standIn)).toEqual([true, true]);
});

test("a foreign configuration is named, and fails nothing", async () => {
  const { doctor, home } = await doctoredMachine();
  const file = join(home, ".cloudflared/config.yml");
  await mkdir(join(home, ".cloudflared"));
  await writeFile(file, "ingress:\n  - service: http_status:404\n");
  const said = await doctor();
  expect([said.status, ...troubles(said)]).toEqual([
    0,
    `! config files  cloudflared reads ${file} when you start it yourself; listen ignores that.`,
    "    Its rules override --url. To start cloudflared without it:",
    "      cloudflared tunnel --config '' --url <address>",
    "1 note.",
  ]);
});

test("variables of cloudflared are named without their values, and the trial does not get them", async () => {
  const { doctor, standIn } = await doctoredMachine();
  const said = await doctor([], { env: { TUNNEL_TOKEN: "a-secret", NO_AUTOUPDATE: "true" } });
  expect([said.status, ...troubles(said)]).toEqual([
    0,
    "! variables     NO_AUTOUPDATE, TUNNEL_TOKEN are set: cloudflared reads them when you start it yourself; listen does not pass them on.",
    "    Unset them before you start cloudflared yourself.",
    "1 note.",
  ]);
  const [started] = await standIn.reports("started");
  expect(Object.keys(Object(started?.["env"])).filter((name) => name.startsWith("TUNNEL_T"))).toEqual([]);
});

test("proxies are named without name and password", async () => {
  const { doctor } = await doctoredMachine();
  const said = await doctor([], {
    env: { HTTPS_PROXY: "http://me:hidden@proxy.example.com:8080", all_proxy: "socks5://10.0.0.1:1080" },
  });
  expect([said.status, ...troubles(said)]).toEqual([
    0,
    "! proxies       HTTPS_PROXY (proxy.example.com:8080), all_proxy (10.0.0.1:1080): cloudflared does not use proxies.",
    "    It needs a direct connection: TCP port 443 to api.trycloudflare.com, and port 7844 to Cloudflare.",
    "1 note.",
  ]);
});

const otherWays = "To continue without cloudflared, use --no-tunnel, or --public-url with your own tunnel or proxy.";

test("where DNS does not work that is a failure, and the way out is not judged", async () => {
  const { doctor } = await doctoredMachine({ failure: "no DNS" });
  const said = await doctor();
  expect([said.status, ...troubles(said)]).toEqual([
    1,
    "✖ dns           This machine cannot look up api.trycloudflare.com (its DNS server is 127.0.0.11:53): there is no internet connection, or its DNS does not resolve this name.",
    `    Some companies block the names of tunnels in their DNS. ${otherWays}`,
    "1 failure.",
  ]);
  expect(linesOf(said)).toContain("- port 7844     Not tried, because DNS does not work.");
});

test("a version of more than a year ago is a failure", async () => {
  const { doctor } = await doctoredMachine({ version: "2023.7.3" });
  const said = await doctor(["--quiet"]);
  expect([said.status, said.stderr]).toEqual([1, ""]);
  expect(linesOf(said)[0]).toMatch(
    /^✖ version {7}2023\.7\.3 is \d\d+ months old: Cloudflare supports versions for one year, and may stop serving this one\.$/,
  );
  expect(linesOf(said)[1]).toMatch(/^ {4}Install it/);
});

test("a program for another processor is named as that", async () => {
  const { doctor } = await doctoredMachine();
  const folder = await temporaryFolder();
  const [foreign, machineNumber] = process.arch === "arm64" ? ["x64", 0x3e] : ["arm64", 0xb7];
  const header = Buffer.alloc(64);
  header.write("\u007fELF\u0002\u0001\u0001", "latin1");
  header.writeUInt16LE(machineNumber, 18);
  await writeFile(join(folder, "cloudflared"), header);
  await chmod(join(folder, "cloudflared"), 0o755);
  const said = await doctor(["--quiet", "--cloudflared", join(folder, "cloudflared")]);
  expect([said.status, linesOf(said)[0]]).toEqual([
    1,
    `✖ architecture  ${folder}/cloudflared is a program for ${foreign}, but this machine is ${process.arch}.`,
  ]);
});

test("without cloudflared it says how to get it, and what it cannot judge then", async () => {
  const { doctor } = await doctoredMachine();
  const said = await doctor([], { env: { PATH: [await temporaryFolder(), "/nowhere"].join(delimiter) } });
  const lines = linesOf(said);
  expect([said.status, said.stderr, lines[0], lines.at(-1)]).toEqual([
    1,
    "",
    "✖ cloudflared   cloudflared is not installed. It gives this machine a public address.",
    "1 failure.",
  ]);
  expect(lines).toEqual(
    expect.arrayContaining([
      "    Or let listen download it:",
      "- version       No cloudflared to check.",
      "- architecture  No cloudflared to check.",
      "- dns           No cloudflared to try it with.",
      "- port 7844     No cloudflared to try it with.",
    ]),
  );
});

test("--json has an object a line and nothing else, --quiet the failures alone", async () => {
  const { doctor } = await doctoredMachine({ failure: "no DNS" });
  const said = await doctor(["--json"]);
  const findings = jsonLines(said.stdout);
  expect([said.status, said.stderr, findings.length]).toEqual([1, "", 11]);
  expect(findings[5]).toEqual({ check: "proxies", state: "ok", message: "No proxy is set.", mend: [] });
  expect(findings[6]).toMatchObject({
    check: "dns",
    state: "failure",
    mend: [`Some companies block the names of tunnels in their DNS. ${otherWays}`],
  });
  const quiet = jsonLines((await doctor(["--json", "--quiet"])).stdout);
  expect(quiet.map(({ check }) => check)).toEqual(["dns"]);
});

test("--debug shows what cloudflared says in the trial", async () => {
  const { doctor } = await doctoredMachine();
  expect((await doctor(["--debug"])).stderr).toContain(
    "cloudflared: Requesting new quick Tunnel on trycloudflare.com...\n",
  );
});
