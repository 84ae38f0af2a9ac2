import { expect, test } from "vitest";
import { newTokenForNothing } from "../../src/commands/sentences/authentication.ts";
import { notTogether } from "../../src/commands/sentences/not-together.ts";
import { startHandler } from "../harness/handler.ts";
import { recordedProject } from "../harness/recorded-project.ts";
import { temporaryProject } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

const unused =
  "  Leave it out, or use one of --auth none, token (--token), oauth2-client (--client), oauth2-password (--client, --user), oauth2 (--client, --user).\n";

test("--user is refused where nothing asks for it alone, and not shown", async () => {
  const { run } = await recordedProject([webhook()]);
  const given = ["--user", "ada:sesame"];
  const refused = { status: 2, stdout: "", stderr: `✖ --user alone is not enough for any kind of --auth.\n${unused}` };
  expect(await run(["listen", ...given])).toEqual(refused);
  expect(await run(["replay", "last", "--to", "3000", ...given])).toEqual(refused);
  expect(await run(["generate", "user.added", "--to", "3000", ...given])).toEqual(refused);
});

test.each([
  [
    ["listen", "--token", "sesame", "--user", "ada:sesame"],
    "✖ --auth token uses --token, not --user.\n  Leave one of them out.\n",
  ],
  [
    ["listen", "--auth", "none", "--client", "id:sesame"],
    shownError(notTogether("--auth none accepts every POST, so --client has no effect.")),
  ],
  [
    ["listen", "--new-token", "--token", "sesame"],
    shownError(notTogether("--new-token generates a token, but --token already gives one.")),
  ],
  [["listen", "--new-token", "--auth", "none"], shownError(newTokenForNothing("none"))],
  [
    ["replay", "last", "--to", "3000", "--auth", "none", "--token", "sesame"],
    "✖ --auth none does not send a token, so --token has no effect.\n  Leave it out, or choose another --auth.\n",
  ],
  [
    ["replay", "last", "--to", "3000", "--auth", "token"],
    "✖ --auth token requires --token.\n" +
      "  Use @file or the environment variable, so that other users cannot see the value.\n",
  ],
  [
    ["listen", "--user", "ada"],
    "✖ --user [redacted] is not in the form name:secret.\n  Use another value, or leave the flag out.\n",
  ],
])("%j is refused", async (args, stderr) => {
  const { run } = await recordedProject([webhook()]);
  expect(await run(args)).toEqual({ status: 2, stdout: "", stderr });
});

test("what stands in a variable and is not asked for does no harm", async () => {
  const project = await recordedProject([webhook()]);
  const handler = await startHandler();
  const env = { APPDIRECT_HOOKS_USER: "ada:sesame", APPDIRECT_HOOKS_TOKEN: "right" };
  expect((await project.run(["replay", "last", "--to", handler.url], { env })).status).toBe(0);
  expect(handler.headers()[0]).toContain("x-appdirect-webhook-token: right");
});

test("a kind of authentication in a variable, meant for listen, stops no replay", async () => {
  const project = await recordedProject([webhook()]);
  const handler = await startHandler();
  const send = async (env: Record<string, string>, ...args: string[]) =>
    (await project.run(["replay", "last", "--to", handler.url, ...args], { env })).status;
  expect([
    await send({ APPDIRECT_HOOKS_AUTH: "token" }),
    await send({ APPDIRECT_HOOKS_AUTH: "none" }, "--token", "typed"),
    await send({ APPDIRECT_HOOKS_AUTH: "none", APPDIRECT_HOOKS_TOKEN: "right" }),
  ]).toEqual([0, 0, 0]);
  const presented = handler.headers().map((lines) => lines.find((line) => /webhook-token/.test(line)));
  expect(presented).toEqual([undefined, "x-appdirect-webhook-token: typed", undefined]);
});

test("credentials in a variable that no kind asks for alone do not hide the token that is kept", async () => {
  const project = await recordedProject([webhook()], ["--events", "user"]);
  await project.run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "--auth", "token"]);
  const handler = await startHandler();
  const env = { APPDIRECT_HOOKS_USER: "ada:sesame" };
  expect((await project.run(["replay", "last", "--to", handler.url], { env })).status).toBe(0);
  expect(handler.headers()[0]).toContainEqual(expect.stringMatching(/^x-appdirect-webhook-token: \S{32}$/));
});

test("replay --auth none presents nothing, whatever is kept or stands in a variable", async () => {
  const project = await temporaryProject();
  await project.run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "--auth", "token"]);
  const handler = await startHandler();
  const env = { APPDIRECT_HOOKS_TOKEN: "right" };
  await project.run(["generate", "user.added", "--to", handler.url]);
  await project.run(["generate", "user.added", "--to", handler.url, "--auth", "none"], { env });
  const presented = handler.headers().map((lines) => lines.some((line) => /webhook-token/.test(line)));
  expect(presented).toEqual([true, false]);
});
