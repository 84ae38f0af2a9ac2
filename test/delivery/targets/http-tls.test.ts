import { once } from "node:events";
import { createServer } from "node:http";
import { createServer as createTcpServer, type AddressInfo, type Server } from "node:net";
import { createServer as createTlsServer } from "node:tls";
import { expect, onTestFinished, test } from "vitest";
import { parseTarget, withHeaders } from "../../../src/delivery/index.ts";
import { failureOf as brokenFailure } from "../../../src/delivery/targets/http/failure.ts";
import { eventually } from "../../harness/eventually.ts";
import { failureOf } from "../../harness/failure-of.ts";
import { freePort } from "../../harness/free-port.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { certificate, startTlsHandler } from "../../harness/tls-handler.ts";

const inTime = { timeoutMs: 30_000 };
test("any certificate is taken where that is wanted", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ skipVerify: true });
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(`https://127.0.0.1:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "accepted", answer: { answer: "over TLS" } });
});

test("a certificate that is trusted is taken for its name, and no other", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ trusted: { pem: await certificate("localhost.crt"), file: "localhost.crt" } });
  const byName = await delivery.deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  const byAddress = await delivery.deliver(outgoingEvent(), parseTarget(`https://127.0.0.1:${port}`), inTime);
  expect(byName).toMatchObject({ outcome: "accepted", answer: { status: 200 } });
  expect(byAddress).toMatchObject({
    reason: "bad certificate",
    detail: expect.stringMatching(/^the certificate is for localhost, not for 127\.0\.0\.1; /),
  });
});

test("trusting one certificate trusts no other", async () => {
  const port = await startTlsHandler();
  const delivery = openDelivery({ trusted: { pem: await certificate("another.crt"), file: "another.crt" } });
  const attempt = await delivery.deliver(outgoingEvent(), parseTarget(`https://localhost:${port}`), inTime);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "bad certificate" });
});

test("a file without a certificate is refused before anything is sent", async () => {
  expect(failureOf(() => openDelivery({ trusted: { pem: "-----BEGIN NOTHING-----", file: "no.pem" } }))).toEqual({
    code: "BAD_VALUE",
    message: "The file of trusted certificates contains no certificate in PEM format.",
    hint: "A PEM certificate starts with -----BEGIN CERTIFICATE-----. To convert DER to PEM:\n  openssl x509 -inform der -in <file>",
  });
});

async function listening(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

async function failureAt(url: string) {
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(url), inTime);
  const { port } = new URL(url);
  return attempt.outcome === "failed"
    ? { reason: attempt.reason, detail: attempt.detail.replace(port, "PORT") }
    : attempt.outcome;
}

test("https to a handler that speaks none is said so", async () => {
  const port = await listening(createServer((_, response) => response.end()));
  expect(await failureAt(`https://localhost:${port}`)).toEqual({
    reason: "not HTTP",
    detail: expect.stringMatching(/^the TLS handshake with localhost:PORT failed \(ERR_SSL_[A-Z_]+\); try http:\/\/$/),
  });
});

test("https to a server that closes at the first bytes is said so", async () => {
  const port = await listening(createTcpServer((socket) => socket.once("data", () => socket.end())));
  expect(await failureAt(`https://localhost:${port}`)).toEqual({
    reason: "cut off",
    detail: "localhost:PORT closed the connection during the TLS handshake; try http://",
  });
});

test("a server that wants other TLS is not asked for http", async () => {
  const old = createTlsServer({
    cert: await certificate("localhost.crt"),
    key: await certificate("localhost.key"),
    minVersion: "TLSv1.1",
    maxVersion: "TLSv1.1",
    ciphers: "DEFAULT@SECLEVEL=0",
  });
  expect(await failureAt(`https://localhost:${await listening(old)}`)).toEqual({
    reason: "not HTTP",
    detail: expect.stringMatching(
      /^the TLS handshake with localhost:PORT failed \(ERR_SSL_[A-Z0-9_]+\): check its TLS settings$/,
    ),
  });
});

test("a server that wants a client certificate is said so", () => {
  const cause = Object.assign(new Error("alert"), { code: "ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED" });
  const surroundings = { host: "localhost:8443", isTls: true, speaksTls: false };
  expect(brokenFailure({ kind: "broken", cause, progress: "sent" }, surroundings)).toEqual({
    reason: "not HTTP",
    detail: "localhost:8443 requires a client certificate, which this program cannot send",
  });
});

test("http to a handler that wants https is said so", async () => {
  const port = await startTlsHandler();
  expect(await failureAt(`http://localhost:${port}`)).toEqual({
    reason: "not HTTP",
    detail: "localhost:PORT does not answer plain HTTP; try https://",
  });
});

test("a handler that answered before is not taken for one of https", async () => {
  const server = createServer((_, response) => response.end("fine"));
  const port = await listening(server);
  const delivery = openDelivery();
  const target = parseTarget(`http://localhost:${port}`);
  await delivery.deliver(outgoingEvent(), target, inTime);
  let connections = 0;
  server.removeAllListeners("request");
  server.on("request", (request) => request.socket.destroy());
  server.on("connection", () => (connections += 1));
  expect(await delivery.deliver(outgoingEvent(), target, inTime)).toMatchObject({
    reason: "cut off",
    detail: `localhost:${port} closed the connection before it answered`,
  });
  expect(connections).toBeLessThan(2);
});

/** One that closes at the first bytes of plain HTTP, and waits for more of anything else. */
async function startAbrupt() {
  const told: string[] = [];
  const server = createTcpServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", (chunk: Buffer) => {
      told.push(chunk.toString("latin1"));
      if (chunk.toString("latin1").startsWith("POST ")) socket.destroy();
      else server.emit("other");
    });
  });
  return { server, told, url: `http://localhost:${await listening(server)}` };
}

const cutOff = { reason: "cut off", detail: expect.stringMatching(/ closed the connection before it answered$/) };

test("a handler that breaks off is asked for TLS once, briefly, and is told nothing by that", async () => {
  const { told, url } = await startAbrupt();
  const clock = manualClock();
  const delivery = openDelivery({ clock });
  const target = withHeaders(parseTarget(url), [["authorization", "Bearer a-secret"]]);
  const first = delivery.deliver(outgoingEvent(), target, inTime);
  await clock.untilSleepingFor(500);
  await eventually(() => told[1]);
  await clock.advance(500);
  expect(await first).toMatchObject(cutOff);
  expect(await delivery.deliver(outgoingEvent(), target, inTime)).toMatchObject(cutOff);
  expect(told.map((text) => [text.startsWith("POST "), text.includes("a-secret")])).toEqual([
    [true, true],
    [false, false],
    [true, true],
  ]);
});

test("who ends the attempt does not wait for that question either", async () => {
  const { server, url } = await startAbrupt();
  const ending = new AbortController();
  const options = { timeoutMs: 0, signal: ending.signal };
  const asked = once(server, "other");
  const attempt = openDelivery({ clock: manualClock() }).deliver(outgoingEvent(), parseTarget(url), options);
  await asked;
  ending.abort();
  expect(await attempt).toMatchObject(cutOff);
});

test("a handler that is not there is not asked for TLS", async () => {
  const clock = manualClock();
  const delivery = openDelivery({ clock });
  const target = parseTarget(`http://localhost:${await freePort()}`);
  expect(await delivery.deliver(outgoingEvent(), target, inTime)).toMatchObject({ reason: "refused", durationMs: 0 });
});
