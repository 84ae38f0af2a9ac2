import { execFile } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { notTogether } from "../../src/commands/sentences/not-together.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { rejection } from "../harness/rejection.ts";
import { resolved } from "../harness/resolve-option.ts";
import { startListener } from "../harness/running-listener.ts";
import { simulateArgs } from "../harness/running-simulator.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

const ada = "ada:sesame:8842";
// base64 of "ada:sesame:8842"
const right = "Basic YWRhOnNlc2FtZTo4ODQy";
const json = { "content-type": "application/json" };
const presenting = (authorization: string) => ({ ...json, authorization });

/** A scheme that was added is right wherever its kind is shown. */
export function testAuthentication(openProject: () => Promise<Project>): void {
  test("basic: listen accepts who presents it, refuses everybody else, and keeps its secret", async () => {
    const project = await openProject();
    const { url, kill, ended } = await startListener(project, ["-v", "--debug", "--user", ada]);
    const answers = [
      await post(url, webhook(), json),
      await post(url, webhook(), presenting("Basic d3Jvbmc=")),
      await post(url, webhook(), presenting(right)),
    ];
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 200]);
    kill("SIGTERM");
    const { stdout, stderr } = await ended;
    expect(stderr).toContain("auth        requires a user name and password (HTTP Basic)\n");
    expect(stderr).toContain("refused: no user name and password\n");
    expect(stderr).toContain("refused: another user name or password\n");
    const [fixture] = await recordedFixtures(join(project.folder, "fixtures"));
    expect(fixture?.request.headers["authorization"]).toBe("[redacted]");
    const written = `${stdout}${stderr}${await everythingIn(project)}`;
    expect([written.includes("sesame"), written.includes(right)]).toEqual([false, false]);
  });

  test("basic: what it needs is made once, shown once to be pasted, and kept under its name", async () => {
    const project = await openProject();
    const again = ["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "--auth", "basic"];
    const { stderr } = await project.run(again);
    const [, name = "", password = ""] =
      /\nThe user name for AppDirect's form, saved for this project:\n(\S+)\n\nThe password for .*:\n(\S+)\n/.exec(
        stderr,
      ) ?? [];
    expect([name, password.length]).toEqual(["appdirect", 32]);
    expect((await project.run(again)).stderr).not.toContain(password);
    const { url, stdout } = await startListener(project, ["--json", "--auth", "basic"]);
    expect(jsonLines(stdout())[0]).not.toHaveProperty("user");
    const value = Buffer.from(`${name}:${password}`).toString("base64");
    expect((await post(url, webhook(), presenting(`Basic ${value}`))).status).toBe(200);
  });

  test("basic: programs are given what was made by the name of its option", async () => {
    const project = await openProject();
    const { stdout } = await startListener(project, ["--json", "--auth", "basic"]);
    expect(jsonLines(stdout())[0]).toMatchObject({ type: "ready", user: expect.stringMatching(/^appdirect:\S{32}$/) });
  });

  test.each([[], ["--path", "/hooks"]])(
    "basic: its own endpoint is served beside the webhooks (%s %s), and not recorded",
    async (...path) => {
      const project = await openProject();
      const { url, untilErr, stderr } = await startListener(project, ["--user", ada, ...path]);
      const own = `${url.replace(/\/$/, "")}/who-am-i`;
      const answers = [await post(own, "Ada?", presenting(right)), await post(own, "Bob?", json)];
      expect(answers.map(({ status, body }) => [status, body])).toEqual([
        [200, "true Ada?"],
        [403, "false Bob?"],
      ]);
      expect((await post(url, webhook(), presenting(right))).status).toBe(200);
      await untilErr(/Press Ctrl-C to stop/);
      expect([(await recordedFixtures(join(project.folder, "fixtures"))).length, stderr().includes("refused")]).toEqual(
        [1, false],
      );
    },
  );

  test("basic: replay presents it, typed or made, and says how where it does not", async () => {
    const project = await openProject();
    const handler = await startHandler();
    const { url, ended } = await startListener(project, ["--user", ada, "--count", "1"]);
    await post(url, webhook(), presenting(right));
    await ended;
    const without = await project.run(["replay", "last", "--to", handler.url]);
    expect(without.stderr).toContain("authorization\n  To send one, use --client, --client with --user or --user.\n");
    await project.run(["replay", "last", "--to", handler.url, "--user", ada]);
    await project.run(["replay", "last", "--to", handler.url], { env: { APPDIRECT_HOOKS_USER: ada } });
    await project.run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "--auth", "basic"]);
    await project.run(["replay", "last", "--to", handler.url]);
    await project.run(["replay", "last", "--to", handler.url, "--auth", "none"]);
    const presented = handler.headers().map((lines) => lines.find((line) => line.startsWith("authorization: ")));
    expect(presented).toEqual([
      undefined,
      `authorization: ${right}`,
      `authorization: ${right}`,
      expect.stringMatching(/^authorization: Basic YXBwZGlyZWN0O/), // base64 of "appdirect:"
      undefined,
    ]);
  });

  test("basic: --failed presents it too, and the journal keeps none of it", async () => {
    const project = await openProject();
    let isMended = false;
    const handler = await startHandler(() => (isMended ? 200 : 503));
    const { url, ended } = await startListener(project, [handler.url, "--user", ada, "--count", "1"]);
    await post(url, webhook(), presenting(right));
    expect((await ended).status).toBe(1);
    isMended = true;
    const { status } = await project.run(["replay", "--failed", "--user", ada]);
    expect([status, handler.headers()[1]]).toEqual([0, expect.arrayContaining([`authorization: ${right}`])]);
    expect(await everythingIn(project)).not.toMatch(/sesame|YWRhOnNl/);
  });

  test("basic: --dry-run prints a command that presents it, out of its variable", async () => {
    const project = await openProject();
    const handler = await startHandler();
    await project.run(["generate", "user.added", "--out", "made"]);
    const printed = await project.run(["replay", "made", "--to", handler.url, "--user", ada, "--dry-run"]);
    expect(printed.stdout).not.toMatch(/sesame|YWRhOnNl/);
    const env = { ...process.env, APPDIRECT_HOOKS_USER: ada };
    await promisify(execFile)("sh", ["-c", printed.stdout], { env });
    expect(handler.headers()[0]).toContain(`authorization: ${right}`);
    const facts = await project.run(["replay", "made", "--to", handler.url, "--user", ada, "--dry-run", "--json"]);
    expect(jsonLines(facts.stdout)[0]).toMatchObject({
      type: "request",
      headers: expect.arrayContaining([["authorization", "[redacted]"]]),
    });
  });

  test("basic: help names it, and what it does not ask for is refused", async () => {
    const { run } = await openProject();
    const help = (await run(["listen", "--help", "-v"])).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain(
      "what to require from the sender: none or token or oauth2-client or oauth2-password or oauth2 or basic",
    );
    expect(help).toContain("the user's name and password for --auth oauth2-password, oauth2, basic; or @file");
    const notAskedFor = shownError(notTogether("MESSAGE")).replace("MESSAGE", ".*--auth basic .*--user.* --token.*");
    expect(await run(["listen", "--auth", "basic", "--token", "sesame"])).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(new RegExp(`^${notAskedFor}$`)),
    });
    expect((await run(["replay", "x", "--to", "1", "--auth", "basci"])).stderr).toContain("Did you mean basic?");
    const malformed = await rejection(resolved("user", { flags: { user: "no-password" } }));
    expect(await run(["listen", "--user", "no-password"])).toEqual({
      status: 2,
      stdout: "",
      stderr: shownError(malformed),
    });
  });

  test("basic: generate --to presents it too", async () => {
    const project = await openProject();
    const handler = await startHandler();
    const { status } = await project.run(["generate", "user.added", "--to", handler.url, "--user", ada]);
    expect([status, handler.headers()[0]]).toEqual([0, expect.arrayContaining([`authorization: ${right}`])]);
  });

  test("basic: simulate presents it to a listener that demands it", async () => {
    const project = await openProject();
    const listener = await startListener(project, ["--user", ada, "--count", "1"]);
    const { status, stdout, stderr } = await project.run(
      simulateArgs("--to", listener.url, "--user", ada, "--count", "1", "-v", "--debug"),
    );
    expect([status, (await listener.ended).status]).toEqual([0, 0]);
    expect(listener.stderr()).not.toContain("refused");
    expect(`${stdout}${stderr}${await everythingIn(project)}`).not.toMatch(/sesame|YWRhOnNl/);
  });
}

/** The text of every file of the project and of what is kept between runs. */
async function everythingIn({ folder, stateFolder }: Project): Promise<string> {
  const texts = [folder, stateFolder].map(async (place) => {
    const entries = await readdir(place, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((entry) => entry.isFile());
    return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), "utf8")));
  });
  return (await Promise.all(texts)).flat().join("\n");
}
