import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { freePort } from "../harness/free-port.ts";
import { startHandler } from "../harness/handler.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { startTokenServer } from "../harness/token-server.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const client = "shop:sesame-client-1";
const user = "ada:sesame-user-2";
const demanded = { APPDIRECT_HOOKS_CLIENT: client, APPDIRECT_HOOKS_USER: user };

/** A project with a listener that demands a bearer token, and another project with one.json to send there. */
async function demanding(auth: string) {
  const [project, sender] = await Promise.all([temporaryProject(), temporaryProject()]);
  const listener = await startListener(project, ["--auth", auth, "--path", "/hooks"], { env: demanded });
  await writeFiles(sender.folder, { "one.json": webhook() });
  return { project, listener, sender };
}

const recordedIn = async ({ folder }: Project) =>
  (await recordedFixtures(join(folder, "fixtures"))).map(({ event, request }) => [
    event,
    request.headers["authorization"],
  ]);

test("replay gets a token below the target, and is accepted", async () => {
  const { project, listener, sender } = await demanding("oauth2-client");
  const args = ["replay", "one.json", "--to", listener.url, "--auth", "oauth2-client", "--client", client];
  expect((await sender.run(args)).status).toBe(0);
  expect(await recordedIn(project)).toEqual([["user.added", "[redacted]"]]);
});

test("generate --to presents a user too", async () => {
  const { project, listener, sender } = await demanding("oauth2-password");
  const given = ["--auth", "oauth2-password", "--client", client, "--user", user];
  const { status } = await sender.run(["generate", "user.added", "--to", listener.url, ...given]);
  expect([status, await recordedIn(project)]).toEqual([0, [["user.added", "[redacted]"]]]);
});

test("what listen made for the project is presented where --auth says so, and named; handlers issue no tokens", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--auth", "oauth2"]);
  const handler = await startHandler();
  const generate = ["generate", "user.added", "--to"];
  const { status, stderr } = await project.run([...generate, listener.url, "--auth", "oauth2"]);
  expect(stderr).toContain(`To ${listener.url}, with this project's client and user.\n`);
  expect((await project.run([...generate, handler.url])).status).toBe(0);
  expect(handler.headers()).toEqual([expect.not.arrayContaining([expect.stringMatching(/^authorization/)])]);
  expect([status, listener.stderr().includes("refused")]).toEqual([0, false]);
  expect(await recordedIn(project)).toEqual([["user.added", "[redacted]"]]);
});

test("--token-url is where the token is had instead", async () => {
  const sender = await temporaryProject();
  const handler = await startHandler();
  const tokens = await startTokenServer('{"access_token":"t0ken-of-elsewhere","token_type":"Bearer"}');
  const given = ["--client", client, "--token-url", tokens.tokenUrl];
  const { status, stdout, stderr } = await sender.run(["generate", "user.added", "--to", handler.url, ...given]);
  expect(handler.headers().map((lines) => lines.includes("authorization: Bearer t0ken-of-elsewhere"))).toEqual([true]);
  expect([status, tokens.requests.length, `${stdout}${stderr}`.includes("t0ken")]).toEqual([0, 1, false]);
});

test("a token that cannot be had is a failed delivery, which replay --failed sends once it can", async () => {
  const { project, listener, sender } = await demanding("oauth2-client");
  const send = ["replay", "one.json", "--to", listener.url, "--auth", "oauth2-client", "--client"];
  const failed = await sender.run([...send, "shop:another"]);
  expect(failed.status).toBe(3);
  expect(failed.stdout).toContain(`${listener.url}/oauth2/token answered 401 (invalid_client)`);
  expect(failed.stderr).toMatch(/\nfailed +1 {2}1 × no access token\n/);
  await listener.untilErr(/\nrefused: token request with a wrong client id or secret\n/);
  expect(await recordedIn(project)).toEqual([]);
  expect((await sender.run(["replay", "--failed", "--client", client])).status).toBe(0);
  expect(await recordedIn(project)).toEqual([["user.added", "[redacted]"]]);
});

test("a token endpoint that is down is named, and the target is not called", async () => {
  const sender = await temporaryProject();
  const handler = await startHandler();
  const place = `http://127.0.0.1:${await freePort()}/oauth2/token`;
  const args = ["generate", "user.added", "--to", handler.url, "--client", client, "--token-url", place];
  const { status, stdout } = await sender.run(args);
  expect([status, handler.bodies()]).toEqual([3, []]);
  expect(stdout).toContain(`nothing listens at ${place}`);
});

test.skipIf(process.platform === "win32").each(["oauth2-client", "oauth2-password"])(
  "%s: --dry-run asks nobody, and prints a command that works in a shell with the variables",
  async (auth) => {
    const { project, listener, sender } = await demanding(auth);
    const args = ["replay", "one.json", "--to", listener.url, "--auth", auth, "--dry-run"];
    const { status, stdout, stderr } = await sender.run(args, { env: demanded });
    expect([status, await recordedIn(project)]).toEqual([0, []]);
    expect(`${stdout}${stderr}`).not.toMatch(/sesame|c2hvcD/); // base64 of "shop:"
    await promisify(execFile)("sh", ["-c", stdout], { env: { ...sender.env, ...demanded }, cwd: sender.folder });
    expect(await recordedIn(project)).toEqual([["user.added", "[redacted]"]]);
    expect(listener.stderr()).not.toContain("refused");
  },
);

test("--dry-run where the token endpoint is down prints the same command", async () => {
  const sender = await temporaryProject();
  await writeFiles(sender.folder, { "one.json": webhook() });
  const place = `http://127.0.0.1:${await freePort()}/oauth2/token`;
  const args = ["replay", "one.json", "--to", "3000", "--client", client, "--token-url", place, "--dry-run"];
  const { status, stdout } = await sender.run(args);
  expect([status, stdout.includes(`'${place}'`)]).toEqual([0, true]);
});
