import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { startCountingTlsServer } from "../harness/counting-tls-server.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const certificates = fileURLToPath(new URL("../harness/certificates/", import.meta.url));
const authority = join(certificates, "authority.crt");

const kinds = [
  [
    "names",
    "the certificate is for crm.local, *.example.com, crm.example and 2 more, not for localhost; " +
      "use -H 'Host: crm.local' or an address with one of its names, or --skip-verify",
  ],
  [
    "expired",
    "the certificate of localhost:PORT expired on 2020-02-01 12:30Z; renew it, or accept any with --skip-verify",
  ],
] as const;

test.each(kinds)("generate and replay say what is wrong with a certificate: %s", async (has, sentence) => {
  const { port, told } = await startCountingTlsServer({ has });
  const { folder, run } = await temporaryProject();
  await writeFiles(folder, { "event.json": webhook() });
  const to = ["--to", `https://localhost:${port}`, "--cacert", authority, "-H", "x-key: a-secret"];
  const detail = sentence.replace("PORT", `${port}`);
  for (const command of [
    ["generate", "user.added"],
    ["replay", "event.json"],
  ]) {
    const shown = await run([...command, ...to]);
    expect([shown.status, `${shown.stdout}${shown.stderr}`]).toEqual([1, expect.stringContaining(detail)]);
    const { status, stdout } = await run([...command, ...to, "--json"]);
    expect(status).toBe(1);
    expect(jsonLines(stdout)).toContainEqual(expect.objectContaining({ delivered: false, error: detail }));
  }
  expect(told()).toBe("");
});

test.each(kinds)("listen says what is wrong with a certificate, and goes on: %s", async (has, sentence) => {
  const { port, told } = await startCountingTlsServer({ has });
  const project = await temporaryProject();
  const listener = await startListener(project, [`https://localhost:${port}`, "--cacert", authority, "--json"]);
  expect((await post(listener.url, webhook())).status).toBe(200);
  await listener.untilOut(/"error":.*\n/);
  listener.kill("SIGINT");
  const { status, stdout } = await listener.ended;
  expect(status).toBe(0);
  expect(jsonLines(stdout)).toContainEqual(
    expect.objectContaining({ type: "delivery", error: sentence.replace("PORT", `${port}`) }),
  );
  expect(told()).toBe("");
});

test("--skip-verify, or the name in a Host header that was typed, sends to it", async () => {
  const { port } = await startCountingTlsServer({ has: "names" });
  const { run } = await temporaryProject();
  const generate = ["generate", "user.added", "--to", `https://localhost:${port}`];
  expect((await run([...generate, "--skip-verify"])).status).toBe(0);
  expect((await run([...generate, "--cacert", authority, "-H", "Host: crm.local"])).status).toBe(0);
});

test("a Host header that stands in a fixture asks for no other name", async () => {
  const { port, told } = await startCountingTlsServer({ has: "names" });
  const { folder, run } = await temporaryProject();
  const request = { method: "POST", path: "/", headers: { host: "crm.local", Host: "crm.local" } };
  const fixture = { appdirectHooks: 1, event: "user.added", receivedAt: "2026-11-23T14:05:11.123Z", request };
  await writeFiles(folder, { "event.json": JSON.stringify({ ...fixture, payload: JSON.parse(webhook()) }) });
  const { status, stdout, stderr } = await run([
    "replay",
    "event.json",
    "--to",
    `https://localhost:${port}`,
    "--cacert",
    authority,
  ]);
  expect([status, `${stdout}${stderr}`]).toEqual([1, expect.stringContaining("not for localhost")]);
  expect(told()).toBe("");
});

test("Node's variable for more authorities counts, the one that turns checking off does not", async () => {
  const { port, told } = await startCountingTlsServer({ has: "signed" });
  const { run } = await temporaryProject();
  const generate = ["generate", "user.added", "--to", `https://localhost:${port}`];
  expect((await run(generate, { env: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } })).status).toBe(1);
  expect(told()).toBe("");
  expect((await run(generate, { env: { NODE_EXTRA_CA_CERTS: authority } })).status).toBe(0);
});
