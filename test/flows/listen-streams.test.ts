import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../harness/webhook.ts";

const hasNoShell = process.platform === "win32";

test.skipIf(hasNoShell).each([
  ["empty", `exec "$@" </dev/null`],
  ["closed", `exec "$@" <&-`],
])("with standard input %s it goes on listening", async (_, through) => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--count", "2"], { through });
  expect((await post(url, numberedWebhook(1))).status).toBe(200);
  expect((await post(url, numberedWebhook(2))).status).toBe(200);
  expect((await ended).status).toBe(0);
});

test.skipIf(hasNoShell)("a closed stderr is no reason to end", async () => {
  const project = await temporaryProject();
  const through = `"$@" 2>&- ; echo "exit $?"`;
  const { url, ended } = await startListener(project, ["--print-url", "--count", "1"], { through });
  expect((await post(url, webhook())).status).toBe(200);
  expect((await ended).stdout).toMatch(/\nexit 0\n$/);
});

test("--quiet leaves the events, and nothing on stderr", async () => {
  const project = await temporaryProject();
  const { url, ended } = await startListener(project, ["--quiet", "--print-url", "--count", "1"]);
  await post(url, webhook());
  const { status, stdout, stderr } = await ended;
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(
    /^http:\S+\n\d\d:\d\d:\d\d {2}#1 {2}user\.added {2}Ada {2}\(not as documented, 10 issues: .*\) {2}fixtures\/\S+\n$/,
  );
});

const controls = /[^\n\u0020-\u007e\u00a0-\uffff]/;

test.each(["pretty", "line", "json"])("piped, the %s form has no colour and moves no cursor", async (format) => {
  const project = await temporaryProject();
  const handler = await startRawServer((socket) => socket.write(answerWith(500, "\u001b[31mno\u001b[0m\u0007")));
  const args = [handler.url, "--format", format, "--count", "1"];
  const running = project.start(["listen", "--no-tunnel", "--port", "0", ...args]);
  const said = format === "json" ? running.untilOut(/http:\/\/[^"]+/) : running.untilErr(/http:\S+/);
  await post(await said, webhook());
  const { stdout, stderr } = await running.ended;
  expect(stdout).toContain("500");
  expect(stdout + stderr).not.toMatch(controls);
});

test("FORCE_COLOR colours what is piped, and NO_COLOR or --no-color wins over it", async () => {
  const project = await temporaryProject();
  const listenFor = async (args: string[], env: Record<string, string>) => {
    const { url, ended } = await startListener(project, ["--print-url", "--no-record", "--count", "1", ...args], {
      env,
    });
    await post(url, webhook());
    return (await ended).stdout;
  };
  const bold = "\u001b[1muser.added\u001b[22m";
  expect(await listenFor([], { FORCE_COLOR: "1" })).toContain(bold);
  expect(await listenFor([], { FORCE_COLOR: "1", NO_COLOR: "1" })).not.toMatch(controls);
  expect(await listenFor(["--no-color"], { FORCE_COLOR: "1" })).not.toMatch(controls);
  expect(await listenFor(["--color"], {})).toContain(bold);
});

const hostile = "\u001b]0;owned\u0007\u001b[2J\u009b31m\u0008\r\u202eevil\u2028\u007f";

test.each(["pretty", "line", "json"])("hostile text in a payload never reaches the output raw (%s)", async (format) => {
  const project = await temporaryProject();
  const args = ["--print-url", "--format", format, "-v", "--token", "right", "--count", "3"];
  const { url, ended } = await startListener(project, args);
  const headers = { "x-appdirect-webhook-token": "right", "content-type": "text/\u0080x" };
  const content = { [hostile]: hostile, firstName: hostile, email: hostile };
  const resource = { type: "USER", uuid: hostile, content };
  const wrong = { ...headers, "x-appdirect-webhook-token": "\u009b31m" };
  expect((await post(url, webhook({ resource }), wrong)).status).toBe(401);
  await post(url, webhook({ resource }), headers);
  await post(url, webhook({ uuid: hostile, resource: { type: hostile }, resourceAction: hostile }), headers);
  await post(`${url}?${encodeURIComponent(hostile)}`, hostile, headers);
  await post(url, numberedWebhook(2, { resource: { ...resource, content: hostile } }), headers);
  const { stdout, stderr } = await ended;
  expect(stdout).toContain("\\u001b]0;owned");
  expect(stdout + stderr).not.toMatch(controls);
  expect(stdout + stderr).not.toMatch(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
});
