import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import {
  authentications,
  type AuthenticationName,
  type Credentials,
  type PresentSurroundings,
} from "../../../src/authentication/index.ts";
import { seededRandom } from "../../../src/random.ts";
import { freePort } from "../../harness/free-port.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { startRawServer } from "../../harness/raw-server.ts";
import { serveAcceptance } from "../../harness/serve-acceptance.ts";
import { certificate, startTlsHandler } from "../../harness/tls-handler.ts";
import { startTokenServer } from "../../harness/token-server.ts";

const credentials = { client: "shop:]a:b%& +ü", user: "ada:sesame:8842&" };

async function presenter(
  different: Partial<PresentSurroundings> = {},
  name: AuthenticationName = "oauth2",
  given: Credentials = credentials,
) {
  return (await authentications[name].load()).present(given, { clock: manualClock(), ...different });
}

/** What is presented, or why nothing is. */
async function value(from: Awaited<ReturnType<typeof presenter>>): Promise<string | undefined> {
  const had = await from.headersFor([]);
  return Array.isArray(had) ? had[0]?.value : had.failure;
}

const answer = (token: string, seconds?: number | string) =>
  JSON.stringify({ access_token: token, token_type: "Bearer", expires_in: seconds });

test.each<[AuthenticationName, string]>([
  ["oauth2-client", "grant_type=client_credentials"],
  ["oauth2", "grant_type=client_credentials"],
  ["oauth2-password", "grant_type=password&username=ada&password=sesame%3A8842%26"],
])("%s asks with the form %s, and with the client in HTTP Basic, encoded", async (name, body) => {
  const { tokenUrl, requests } = await startTokenServer(answer("t0ken"));
  expect(await value(await presenter({ tokenUrl: `${tokenUrl}?tenant=7` }, name))).toBe("Bearer t0ken");
  const [request = ""] = requests;
  const [head = "", sent] = request.split("\r\n\r\n");
  const lines = head.toLowerCase().split("\r\n");
  expect([lines[0], sent]).toEqual(["post /oauth2/token?tenant=7 http/1.1", body]);
  expect(lines).toContain("content-type: application/x-www-form-urlencoded");
  const basic = Buffer.from("shop:%5Da%3Ab%25%26+%2B%C3%BC").toString("base64");
  expect(
    head
      .split("\r\n")
      .find((line) => /^authorization:/i.test(line))
      ?.split(": ")[1],
  ).toBe(`Basic ${basic}`);
});

test("a token is kept until 10 s before its end, and then had anew", async () => {
  const { tokenUrl, requests } = await startTokenServer(answer("one", 300), answer("two", "60"), answer("three"));
  const clock = manualClock();
  const from = await presenter({ tokenUrl, clock });
  const had: (string | undefined)[] = [];
  for (const ms of [0, 289_999, 1, 49_999, 1, 59_999]) {
    await clock.advance(ms);
    had.push(await value(from));
  }
  expect(had).toEqual(["one", "one", "two", "two", "three", "three"].map((token) => `Bearer ${token}`));
  await clock.advance(1); // an answer without a time is good for 60 s
  await value(from);
  expect(requests.length).toBe(4);
});

test("a token that lives no longer than 10 s is had for each event", async () => {
  const { tokenUrl, requests } = await startTokenServer(answer("one", 10));
  const from = await presenter({ tokenUrl });
  expect([await value(from), await value(from), requests.length]).toEqual(["Bearer one", "Bearer one", 2]);
});

test("many who ask at once wait for one request", async () => {
  const { tokenUrl, requests } = await startTokenServer(answer("one", 300));
  const from = await presenter({ tokenUrl });
  const had = await Promise.all([1, 2, 3, 4].map(() => value(from)));
  expect([new Set(had), requests.length]).toEqual([new Set(["Bearer one"]), 1]);
});

test("a token that was refused is had anew", async () => {
  const { tokenUrl } = await startTokenServer(answer("one", 300), answer("two", 300));
  const from = await presenter({ tokenUrl });
  const first = await value(from);
  from.refused();
  expect([first, await value(from)]).toEqual(["Bearer one", "Bearer two"]);
});

test("after a failure it is asked for again", async () => {
  const { tokenUrl } = await startTokenServer({ status: 503, body: "" }, answer("two", 300));
  const from = await presenter({ tokenUrl });
  expect([await value(from), await value(from)]).toEqual([`${tokenUrl} answered 503`, "Bearer two"]);
});

test.each<[string, { status?: number; headers?: string; body: string }]>([
  ["answered 401 (invalid_client)", { status: 401, body: '{"error":"invalid_client"}' }],
  ["answered 400", { status: 400, body: '{"error":"The secret ]a:b%& is wrong"}' }],
  ["answered 400", { status: 400, body: `{"error":"${"a".repeat(41)}"}` }],
  ["answered 502", { status: 502, body: "<html>" }],
  ["answered 302", { status: 302, headers: "location: /elsewhere\r\n", body: answer("t0ken") }],
  ["answered no access token", { body: "<html>" }],
  ["answered no access token", { body: "null" }],
  ["answered no access token", { body: '{"access_token":""}' }],
  ["answered no access token", { body: '{"access_token":42}' }],
  ["answered no access token", { body: '{"access_token":"a\\nb"}' }],
  ["answered no access token", { body: '{"access_token":"t0ken","token_type":"mac"}' }],
  ["answered more than 64 kB", { body: " ".repeat(64 * 1024 + 1) }],
])("a token URL that fails is named without its secrets: … %s", async (failure, one) => {
  const { tokenUrl } = await startTokenServer(one);
  const secretUrl = tokenUrl.replace("//", "//ada:sesame@").concat("?key=sesame");
  expect(await value(await presenter({ tokenUrl: secretUrl }))).toBe(`${tokenUrl} ${failure}`);
});

test("where nothing listens, that is said", async () => {
  const tokenUrl = `http://127.0.0.1:${await freePort()}/oauth2/token`;
  expect(await value(await presenter({ tokenUrl }))).toBe(`nothing listens at ${tokenUrl}`);
});

test("who closes the connection, and what is no URL, is said", async () => {
  const { url } = await startRawServer((socket) => socket.destroy());
  expect(await value(await presenter({ tokenUrl: `${url}/t` }))).toBe(`${url}/t could not be asked (ECONNRESET)`);
  expect(await value(await presenter({ tokenUrl: "nowhere" }))).toBe("the token URL is not a URL");
});

test.each(["nothing", "a head and no more"])("who answers %s is waited for 30 s", async (what) => {
  const head = "HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n{";
  const server = await startRawServer((socket) => void (what === "nothing" || socket.write(head)));
  const clock = manualClock();
  const had = value(await presenter({ tokenUrl: `${server.url}/t`, clock }));
  await server.untilRequests(1);
  await clock.untilSleepingFor(30_000);
  await clock.advance(30_000);
  expect(await had).toBe(`${server.url}/t did not answer within 30 s`);
});

test("where a virtual clock says what expires, an answer is waited for by the real one", async () => {
  const server = await startRawServer(() => undefined);
  const [clock, realClock] = [manualClock(), manualClock()];
  const had = value(await presenter({ tokenUrl: `${server.url}/t`, clock, realClock }));
  await server.untilRequests(1);
  await realClock.untilSleepingFor(30_000);
  await realClock.advance(30_000);
  expect(await had).toBe(`${server.url}/t did not answer within 30 s`);
  expect(clock.elapsed()).toBe(0);
});

test("a certificate is checked, unless it is trusted or not asked for", async () => {
  const tokenUrl = `https://localhost:${await startTlsHandler()}/t`;
  const trusted = await certificate("localhost.crt");
  expect([
    await value(await presenter({ tokenUrl })),
    await value(await presenter({ tokenUrl, skipVerify: true })),
    await value(await presenter({ tokenUrl, trusted })),
  ]).toEqual([
    expect.stringMatching(/^https:\/\/localhost:\d+\/t could not be asked \([A-Z_]+\)$/),
    `${tokenUrl} answered no access token`,
    `${tokenUrl} answered no access token`,
  ]);
});

test("without a token URL nothing is presented", async () => {
  const from = await presenter();
  expect([await from.headersFor([]), from.preview([])]).toEqual([[], []]);
});

test.each<[AuthenticationName, Record<string, string>]>([
  ["oauth2-client", { APPDIRECT_HOOKS_CLIENT: credentials.client }],
  ["oauth2-password", { APPDIRECT_HOOKS_CLIENT: credentials.client, APPDIRECT_HOOKS_USER: credentials.user }],
])("%s: a shell gets the token itself, out of variables", async (name, env) => {
  const surroundings = { clock: manualClock(), random: seededRandom(1) };
  const acceptance = (await authentications[name].load()).open(credentials, surroundings);
  const { url, told } = await serveAcceptance(acceptance);
  const [header] = (await presenter({ tokenUrl: `${url}/oauth2/token` }, name)).preview([]);
  expect([header?.name, header?.value]).toEqual(["authorization", "[redacted]"]);
  const command = `printf %s ${header?.inShell ?? ""}`;
  expect(command).not.toMatch(/a:b|sesame/);
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { env: { ...process.env, ...env } });
  expect(told).toEqual([]);
  expect(acceptance.verify([["authorization", stdout]])).toEqual({ accepted: true });
});

test.each([
  [{}, "APPDIRECT_HOOKS_CLIENT"],
  [{ APPDIRECT_HOOKS_CLIENT: "" }, "APPDIRECT_HOOKS_CLIENT"],
  [{ APPDIRECT_HOOKS_CLIENT: "a*b:c\\d" }, "APPDIRECT_HOOKS_USER"],
])("a shell where variables are empty (%j) stops, and names %s", async (env, missing) => {
  const from = await presenter({ tokenUrl: "http://127.0.0.1:1/t" }, "oauth2-password");
  const command = `printf reached: ${from.preview([])[0]?.inShell ?? ""}; printf '%s' passed`;
  const given = { PATH: process.env["PATH"], ...env };
  const failed = promisify(execFile)("sh", ["-c", command], { env: given });
  await expect(failed).rejects.toMatchObject({ stdout: "", stderr: expect.stringContaining(missing) });
});

test("an address with secrets or quotes stays within its word, and keeps its secrets", async () => {
  const from = await presenter({ tokenUrl: "http://ada:sesame@127.0.0.1:1/it's?token=sesame" });
  const [{ inShell } = { inShell: "" }] = from.preview([]);
  expect(inShell).toContain("'http://[redacted]@127.0.0.1:1/it%27s?token=[redacted]'");
});
