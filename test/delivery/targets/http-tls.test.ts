import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer as createTlsServer } from "node:https";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { failureOf } from "../../harness/failure-of.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";

const inTime = { timeoutMs: 30_000 };
const certificate = (name: string) => readFile(new URL(`../../harness/certificates/${name}`, import.meta.url), "utf8");

async function startTlsHandler(): Promise<number> {
  const server = createTlsServer(
    { cert: await certificate("localhost.crt"), key: await certificate("localhost.key") },
    (_, response) => response.end("over TLS"),
  );
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

test("a self-signed certificate is refused with what to do", async () => {
  const port = await startTlsHandler();
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  const detail = `the certificate of localhost:${port} is self-signed; trust it with --cacert, or any with --skip-verify`;
  expect(attempt).toMatchObject({ outcome: "failed", reason: "bad certificate", detail });
});

test("any certificate is taken where that is wanted", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ skipVerify: true });
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(`https://127.0.0.1:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { answer: "over TLS" } });
});

test("a certificate that is trusted is taken for its name, and no other", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ ca: await certificate("localhost.crt") });
  const byName = await delivery.deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  const byAddress = await delivery.deliver(outgoingEvent(), parseTarget(`https://127.0.0.1:${port}`), inTime);
  expect(byName).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
  expect(byAddress).toMatchObject({
    reason: "bad certificate",
    detail: expect.stringContaining("is for another name"),
  });
});

test("trusting one certificate trusts no other", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ ca: await certificate("another.crt") });
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "bad certificate" });
});

test("a file without a certificate is refused before anything is sent", async () => {
  expect(failureOf(() => openDelivery({ ca: "-----BEGIN NOTHING-----" }))).toEqual({
    code: "BAD_VALUE",
    message: "The file with certificates to trust holds no certificate in PEM.",
    hint: "It begins with -----BEGIN CERTIFICATE-----; openssl x509 -inform der -in <file> makes one from DER.",
  });
});

test("https to a handler that speaks none is said so", async () => {
  const server = createServer((_, response) => response.end());
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  expect(attempt).toMatchObject({
    outcome: "failed",
    reason: "not HTTP",
    detail: expect.stringContaining("is it http:// there?"),
  });
});

test("http to a handler that wants https is said so", async () => {
  const port = await startTlsHandler();
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(`http://localhost:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", detail: expect.stringContaining(`localhost:${port}`) });
});
