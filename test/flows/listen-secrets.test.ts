import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { allTexts } from "../harness/all-texts.ts";
import { startHandler } from "../harness/handler.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";

const samples = fileURLToPath(new URL("../../fixtures/", import.meta.url));
const echo = `node ${fileURLToPath(new URL("../programs/prints-input.js", import.meta.url))}`;

/** AppDirect's own example of a user. */
const user = "user.added/user.added.json";

test.each(["pretty", "line", "json"])(
  "what --redact names reaches the handler whole and nothing else: %s",
  async (format) => {
    const project = await temporaryProject();
    const handler = await startHandler();
    const body = await readFile(join(samples, user));
    const content = JSON.stringify(JSON.parse(String(body)).resource.content);
    const words = wordsOf(content);
    const args = ["--redact", "resource.content", "-v", "--exec", echo, handler.url, "--count", "2"];
    const form = format === "json" ? ["--json"] : ["--format", format];
    const { url, ended } = await startListener(project, [...args, ...form]);
    await post(url, body);
    await post(url, String(body).replace(/"uuid"\s*:\s*"[^"]+"/, '"uuid": "00000001-0001-4000-8000-000000000001"'));
    const { stdout, stderr } = await ended;
    const seen = [stdout, stderr, await allTexts(project.folder), await allTexts(project.stateFolder)].join("\n");
    expect(words.length).toBeGreaterThan(3);
    expect(words.filter((word) => seen.includes(word))).toEqual([]);
    expect(seen).toContain("[redacted]");
    expect(handler.bodies()[0]).toBe(String(body));
  },
);

const secrets = ["s3cr3t-access-0001", "s3cr3t-refresh-0001"];
const gateway = JSON.stringify({
  "app-name": "EXAMPLE_APP",
  "access-token": secrets[0],
  "refresh-token": secrets[1],
  payload: { event: { type: "SUBSCRIPTION_ORDER", creator: { email: "creator@example.com" } } },
});

test("secrets in a body are forwarded, and neither recorded nor shown; that is said once", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const { url, ended } = await startListener(project, [handler.url, "--format", "pretty", "-v", "--count", "2"]);
  await post(url, gateway);
  await post(url, gateway.replace("EXAMPLE", "ANOTHER"));
  const { stdout, stderr } = await ended;
  const seen = [stdout, stderr, await allTexts(project.folder), await allTexts(project.stateFolder)].join("\n");
  expect(secrets.filter((secret) => seen.includes(secret))).toEqual([]);
  expect(handler.bodies()).toEqual([gateway, gateway.replace("EXAMPLE", "ANOTHER")]);
  expect(stderr.match(/! access-token and refresh-token look like secrets/g)).toHaveLength(1);
  expect(stderr).toContain("--keep-secrets records them");
  const { stderr: said } = await project.run(["replay", "last", "--to", handler.url]);
  expect(said).toContain("access-token, refresh-token");
  expect(JSON.parse(handler.bodies()[2] ?? "")).not.toHaveProperty("access-token");
});

test("with --keep-secrets they are recorded, and still not shown to a person", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const args = [handler.url, "--keep-secrets", "--format", "pretty", "-v", "--count", "1"];
  const { url, ended } = await startListener(project, args);
  await post(url, gateway);
  const { stdout, stderr } = await ended;
  expect(secrets.filter((secret) => `${stdout}${stderr}`.includes(secret))).toEqual([]);
  expect(stderr).not.toContain("look like secrets");
  const recorded = await allTexts(join(project.folder, "fixtures"));
  expect(secrets.filter((secret) => recorded.includes(secret))).toEqual(secrets);
  await project.run(["replay", "last", "--to", handler.url]);
  expect(handler.bodies()[1]).toBe(gateway);
});

const hidden = { "X-Auth-Key": "sesame", "Cf-Access-Jwt-Assertion": "sesame", "X-Original-Uri": "https://a:sesame@h/" };

test("secrets in headers and in the address are neither recorded nor shown, and are forwarded", async () => {
  const project = await temporaryProject();
  const handler = await startHandler();
  const { url, ended } = await startListener(project, [handler.url, "--json", "--count", "1"]);
  await post(`${url}in;token=sesame?accessToken=sesame&tenant=7`, "{}", hidden);
  const { stdout, stderr } = await ended;
  const seen = [stdout, stderr, await allTexts(project.folder), await allTexts(project.stateFolder)].join("\n");
  expect(seen).not.toContain("sesame");
  expect(seen).toContain("tenant=7");
  expect(handler.headers()[0]?.join("\n")).toContain("x-auth-key: sesame");
});

test("what a handler answers is shown without what it repeats of the event", async () => {
  const project = await temporaryProject();
  const handler = await startRawServer((socket, number) => {
    const answer = `Error: no user ada@x.example\n${handler.requests[number - 1] ?? ""}`;
    socket.write(`HTTP/1.1 422 No\r\ncontent-length: ${Buffer.byteLength(answer)}\r\n\r\n${answer}`);
  });
  const payload = JSON.stringify({
    resource: { type: "USER", content: { email: "ada@x.example" } },
    "api-key": "sesame1",
  });
  const args = [handler.url, "--redact", "resource.content.email", "--count", "1", "-v"];
  for (const form of [["--format", "pretty"], ["--format", "line"], ["--json"]]) {
    const { url, ended } = await startListener(project, [...args, "--token", "sesame2", ...form]);
    await post(`${url}?sig=sesame3`, payload, {
      "x-appdirect-webhook-token": "sesame2",
      authorization: "Basic sesame4",
    });
    const { stdout, stderr } = await ended;
    expect(stdout).toContain("Error: no user [redacted]");
    expect(`${stdout}${stderr}`).not.toMatch(/sesame\d|ada@x/);
  }
});

/** Its texts, without those that are in the rest of the event as well: ids, addresses of the marketplace. */
function wordsOf(content: string): string[] {
  const texts = content.match(/(?<=:")[^"\\]{5,}(?=")/g) ?? [];
  return [...new Set(texts)].filter((text) => !/^[0-9a-f-]{36}$|^https?:/.test(text));
}
