import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener, type RunningListener } from "../harness/running-listener.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };
const bearing = (token: string) => ({ "content-type": "application/json", authorization: `Bearer ${token}` });
const once = ["listen", "--no-tunnel", "--port", "0", "--for", "1ms"];

test("what AppDirect's form wants is made once and shown once; the access token URI each time", async () => {
  const project = await temporaryProject();
  const first = await project.run([...once, "--auth", "oauth2"]);
  const pasted = pastedFrom(first.stderr);
  expect(Object.keys(pasted)).toEqual(["access token URI", "client ID", "client secret", "username", "password"]);
  expect(pasted["access token URI"]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/oauth2\/token$/);
  expect(first.stderr).toContain("auth        requires a bearer token (OAuth2)\n");
  const second = await project.run([...once, "--auth", "oauth2"]);
  expect(Object.keys(pastedFrom(second.stderr))).toEqual(["access token URI"]);
  expect(second.stderr).toContain("listen --show-token");
  const { "access token URI": _, ...credentials } = pasted;
  const shown = Object.entries(credentials).map(([label, value]) => `${label}  ${value}\n`);
  expect((await project.run(["listen", "--show-token"])).stdout).toBe(shown.join(""));
});

test("with --quiet only the secrets are shown", async () => {
  const { run } = await temporaryProject();
  expect(Object.keys(pastedFrom((await run([...once, "--auth", "oauth2-client", "--quiet"])).stderr))).toEqual([
    "client ID",
    "client secret",
  ]);
});

test("what was made for one kind of OAuth2 serves the others", async () => {
  const project = await temporaryProject();
  const client = pastedFrom((await project.run([...once, "--auth", "oauth2-client"])).stderr);
  const user = pastedFrom((await project.run([...once, "--auth", "oauth2-password"])).stderr);
  expect(Object.keys(user)).toEqual(["access token URI", "username", "password"]);
  expect(Object.keys(pastedFrom((await project.run([...once, "--auth", "oauth2"])).stderr))).toEqual([
    "access token URI",
  ]);
  expect(JSON.parse((await project.run(["listen", "--show-token", "--auth", "oauth2", "--json"])).stdout)).toEqual({
    client: `${client["client ID"]}:${client["client secret"]}`,
    user: `${user["username"]}:${user["password"]}`,
  });
});

test("programs are told where tokens are had, and what was made", async () => {
  const project = await temporaryProject();
  const args = ["--auth", "oauth2-client", "--path", "/hooks", "--json", "--ready-file", "ready.json"];
  const { url, stdout } = await startListener(project, args);
  expect(jsonLines(stdout())[0]).toMatchObject({
    type: "ready",
    tokenUrl: `${url}/oauth2/token`,
    client: expect.stringMatching(/^appdirect-client:\S{32}$/),
  });
  const file = join(project.folder, "ready.json"); // it is written beside the line
  const ready: unknown = JSON.parse(await eventually(() => readFile(file, "utf8").catch(() => undefined)));
  expect(ready).toMatchObject({ tokenUrl: `${url}/oauth2/token` });
});

test("both grants by HTTP: the token is taken, its event recorded, and no secret is printed or written", async () => {
  const project = await temporaryProject();
  const given = ["--auth", "oauth2", "--client", "shop:sesame-4711", "--user", "ada:sesame-8842"];
  const listener = await startListener(project, [...given, "-v", "--debug"]);
  const client = { client_id: "shop", client_secret: "sesame-4711" };
  const tokens = [
    await tokenFrom(listener, { grant_type: "client_credentials", ...client }),
    await tokenFrom(listener, { grant_type: "password", ...client, username: "ada", password: "sesame-8842" }),
  ];
  const wrong = await askToken(listener, { grant_type: "client_credentials", ...client, client_secret: "sesame-0" });
  expect([wrong.status, wrong.body]).toEqual([401, '{"error":"invalid_client"}']);
  const answers = [
    await post(listener.url, numberedWebhook(1), bearing(tokens[0] ?? "")),
    await post(listener.url, numberedWebhook(2), bearing(tokens[1] ?? "")),
    await post(listener.url, webhook(), bearing("sesame-bearer")),
  ];
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
  listener.kill("SIGTERM");
  const { stdout, stderr } = await listener.ended;
  expect(stderr).toContain("refused: token request with a wrong client id or secret\n");
  expect(stderr).toContain("received  2 events, 2 refused");
  const fixtures = await recordedFixtures(join(project.folder, "fixtures"));
  expect(fixtures.map(({ request }) => request.headers["authorization"])).toEqual(["[redacted]", "[redacted]"]);
  const everything = `${stdout}${stderr}${(await filesOf(project)).map(({ text }) => text).join("\n")}`;
  const secrets = ["sesame", Buffer.from("shop:sesame").toString("base64").slice(0, 12), ...tokens];
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([]);
});

test("what was made lies in the state folder alone, where only its user reads it; what was issued nowhere", async () => {
  const project = await temporaryProject();
  const made = pastedFrom((await project.run([...once, "--auth", "oauth2-client"])).stderr);
  const listener = await startListener(project, ["--auth", "oauth2-client", "--debug"]);
  const client = { client_id: made["client ID"] ?? "", client_secret: made["client secret"] ?? "" };
  const token = await tokenFrom(listener, { grant_type: "client_credentials", ...client });
  expect((await post(listener.url, webhook(), bearing(token))).status).toBe(200);
  listener.kill("SIGTERM");
  const { stdout, stderr } = await listener.ended;
  const files = await filesOf(project);
  const holding = files.filter(({ text }) => text.includes(client.client_secret));
  expect(holding.map(({ name, mode }) => [name, mode])).toEqual([["kept.json", 0o600]]);
  expect([`${stdout}${stderr}`, ...files.map(({ text }) => text)].filter((text) => text.includes(token))).toEqual([]);
  expect(`${stdout}${stderr}`).not.toContain(client.client_secret);
});

/** What is shown to be pasted, by its label. */
function pastedFrom(text: string): Record<string, string> {
  const blocks = text.matchAll(/\nThe ([\w ]+) for AppDirect's form(, saved for this project)?:\n(\S+)\n/g);
  return Object.fromEntries([...blocks].map(([, label = "", , value = ""]) => [label, value]));
}

function askToken({ url }: RunningListener, parameters: Record<string, string>) {
  return post(`${url.replace(/\/$/, "")}/oauth2/token`, new URLSearchParams(parameters).toString(), form);
}

async function tokenFrom(listener: RunningListener, parameters: Record<string, string>): Promise<string> {
  const content: { access_token?: string } = JSON.parse((await askToken(listener, parameters)).body);
  return content.access_token ?? "no token";
}

/** Every file of the project and of what is kept between runs. */
async function filesOf({ folder, stateFolder }: Project): Promise<{ name: string; text: string; mode: number }[]> {
  const places = [folder, stateFolder].map(async (place) => {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(files.map((entry) => fileAt(entry.parentPath, entry.name)));
  });
  return (await Promise.all(places)).flat();
}

async function fileAt(folder: string, name: string) {
  const path = join(folder, name);
  return { name, text: await readFile(path, "utf8"), mode: (await stat(path)).mode & 0o777 };
}
