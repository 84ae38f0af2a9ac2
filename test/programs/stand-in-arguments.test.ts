import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installStandIn } from "../harness/cloudflared.ts";
import { startHandler } from "../harness/handler.ts";
import { post } from "../harness/post.ts";
import { connected, metricsOf, nobody, quick, runStandIn as run } from "../harness/run-stand-in.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

const token = Buffer.from(JSON.stringify({ a: "account", t: "tunnel-1", s: "secret" })).toString("base64");
const named = ["tunnel", "--metrics", "127.0.0.1:0", "--url", nobody, "run"];

test("a named tunnel with the token of its tunnel tells its configuration, no quick name and no box", async () => {
  const standIn = await installStandIn({ namedService: "http://127.0.0.1:4747" });
  const running = run(standIn, named, { TUNNEL_TOKEN: token });
  const told = await running.untilErr(/(?<=Updated to new configuration config=).*(?= version=3\n)/);
  expect(JSON.parse(JSON.parse(told))).toMatchObject({
    ingress: [{ hostname: "hooks.example.com", service: "http://127.0.0.1:4747" }, { service: "http_status:404" }],
  });
  expect(JSON.parse((await (await metricsOf(running))("/quicktunnel")).body)).toEqual({ hostname: "" });
  expect(running.stderr()).not.toContain("trycloudflare");
});

test("the token of a named tunnel may be an argument as well", async () => {
  const standIn = await installStandIn();
  run(standIn, [...named, "--token", token]);
  expect(await standIn.until("connected")).toHaveLength(1);
});

test.each(["", "no token", Buffer.from('{"a":"1","t":"2"}').toString("base64")])(
  "a named tunnel with the token %j ends with 255",
  async (wrong) => {
    const { status, stderr } = await run(await installStandIn(), named, { TUNNEL_TOKEN: wrong }).ended;
    expect([status, stderr]).toEqual([
      255,
      "Provided Tunnel token is not valid.\nSee 'cloudflared tunnel run --help'.\n",
    ]);
  },
);

test("a flag that it does not know is told on stdout, and it ends with 0", async () => {
  const { status, stdout, stderr } = await run(await installStandIn(), [...quick(nobody), "--new-flag", "1"]).ended;
  expect([status, stdout.split("\n")[0], stderr]).toEqual([
    0,
    "Incorrect Usage: flag provided but not defined: -new-flag",
    "",
  ]);
});

test("without an address to carry calls to it ends with 1", async () => {
  const { status, stderr } = await run(await installStandIn(), ["tunnel"]).ended;
  expect([status, stderr]).toEqual([
    1,
    "You did not specify any valid additional argument to the cloudflared tunnel command.\n",
  ]);
});

/** The status of a call where these files lie in the home folder, and these arguments are given. */
async function statusWith(files: Record<string, string>, argumentsIn: (home: string) => string[] = () => []) {
  const [handler, standIn, home] = [await startHandler(), await installStandIn(), await temporaryFolder()];
  await mkdir(join(home, ".cloudflared"));
  for (const [file, text] of Object.entries(files)) await writeFile(join(home, file), text);
  run(standIn, [...quick(handler.url), ...argumentsIn(home)], { HOME: home });
  await standIn.until("connected");
  return (await post(await standIn.address(), "{}")).status;
}

const rules = "ingress:\n  - service: http_status:404\n";

test.each([".cloudflared/config.yml", ".cloudflared/config.yaml"])(
  "the rules in ~/%s go before --url: everything is 404",
  async (file) => {
    expect(await statusWith({ [file]: rules })).toBe(404);
  },
);

test("a file given by --config takes the place of the one that lies around", async () => {
  const given = (home: string) => ["--config", join(home, "given.yml")];
  const [lying, harmless] = [".cloudflared/config.yml", "no-autoupdate: true\n"];
  expect(await statusWith({ [lying]: rules, "given.yml": harmless }, given)).toBe(200);
  expect(await statusWith({ [lying]: harmless, "given.yml": rules }, given)).toBe(404);
});

test("an empty --config skips every file", async () => {
  expect(await statusWith({ ".cloudflared/config.yml": rules }, () => ["--config", ""])).toBe(200);
});

test("a file given by --config that is missing ends it, one that is empty is told", async () => {
  const standIn = await installStandIn();
  const missing = join(standIn.folder, "missing.yml");
  expect((await run(standIn, [...quick(nobody), "--config", missing]).ended).status).toBe(1);
  await writeFile(missing, "");
  await run(standIn, [...quick(nobody), "--config", missing]).untilErr(/ERR Configuration file .* was empty\n/);
});

test.each(["TUNNEL_URL", "TUNNEL_NAME", "TUNNEL_HOSTNAME"])("%s in the environment spoils it", async (name) => {
  const { status, stderr } = await run(await installStandIn(), quick(nobody), { [name]: "x" }).ended;
  expect([status, stderr]).toEqual([1, `You cannot use ${name} together with a quick tunnel.\n`]);
});

test.each([
  [
    "new",
    /[\d-]{10}T[\d:]{8}Z INF Registered tunnel connection connIndex=0 connection=[\da-f-]{36} event=0 ip=198\.41\.192\.7 location=lax01 protocol=quic\n/,
  ],
  ["old", /[\d-]{10}T[\d:]{8}Z INF Connection [\da-f-]{36} registered connIndex=0 location=SEA\n/],
  ["json", /\{"level":"info","time":"[\dTZ:-]{20}","message":"Registered tunnel connection","connIndex":0,[^\n]*\}\n/],
] as const)("in the %s form of its log it tells that it is connected", async (logForm, line) => {
  const { running } = await connected({ logForm });
  expect(await running.untilErr(line)).toBeDefined();
});

test("an address in two pieces is one line", async () => {
  const { running } = await connected({ splitAddress: true });
  expect(
    await running.untilErr(/INF \|  https:\/\/fare-write-waste-gadgets\.trycloudflare\.com {2}\|\n/),
  ).toBeDefined();
});

test("another protocol is told, and one that is blocked never connects", async () => {
  const standIn = await installStandIn({ blockedProtocols: ["quic"] });
  const blocked = run(standIn, quick(nobody));
  await blocked.untilErr(/ERR Failed to dial a quic connection error="failed to dial to edge with quic: timeout: /);
  await blocked.untilErr(/INF Retrying connection in up to 1s/);
  blocked.kill("SIGTERM");
  await blocked.ended;
  await run(standIn, [...quick(nobody), "--protocol", "http2"]).untilErr(/Registered .* protocol=http2\n/);
  expect(await standIn.until("connected")).toHaveLength(1);
});
