import { expect, test } from "vitest";
import { parseTarget, withHeaders } from "../../../src/delivery/index.ts";
import type { HeaderList } from "../../../src/endpoint.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { certificate, startTlsHandler } from "../../harness/tls-handler.ts";

interface Sent {
  /** A certificate of `handler.key`, unless another key is named. */
  has: string;
  key?: string;
  /** What `--cacert` names. */
  trusted?: string;
  headers?: HeaderList;
  host?: string;
}

async function deliverTo({ has, key = "handler", trusted, headers = [], host = "localhost" }: Sent) {
  const port = await startTlsHandler(has, key);
  const delivery = openDelivery(
    trusted === undefined ? {} : { trusted: { pem: await certificate(trusted), file: trusted } },
  );
  const target = withHeaders(parseTarget(`https://${host}:${port}`), headers);
  const attempt = await delivery.deliver(outgoingEvent(), target, { timeoutMs: 30_000 });
  return { attempt, port };
}

async function detailOf(sent: Sent): Promise<string> {
  const { attempt, port } = await deliverTo(sent);
  expect(attempt).toMatchObject({ outcome: "failed", reason: "bad certificate" });
  return attempt.outcome === "failed" ? attempt.detail.replace(`${port}`, "PORT") : "";
}

const trusted = "authority.crt";

test("a certificate for other names is told with three of them, and how to ask for one", async () => {
  expect(await detailOf({ has: "names", trusted })).toBe(
    "the certificate is for crm.local, *.example.com, crm.example and 2 more, not for localhost; " +
      "use -H 'Host: crm.local' or an address with one of its names, or --skip-verify",
  );
});

test("a certificate for addresses alone cannot be asked for with a header", async () => {
  expect(await detailOf({ has: "addresses", trusted })).toBe(
    "the certificate is for 10.0.0.1, not for localhost; use an address with one of its names, or --skip-verify",
  );
});

test("two names are told whole, and an address is not among them", async () => {
  expect(await detailOf({ has: "github", key: "github", trusted: "github.crt", host: "127.0.0.1" })).toMatch(
    /^the certificate is for github\.com, release-assets\.githubusercontent\.com, not for 127\.0\.0\.1; /,
  );
});

test.each(["crm.local", "crm.local:8443", "hooks.example.com"])(
  "the name in a Host header counts: %s",
  async (name) => {
    const { attempt } = await deliverTo({ has: "names", trusted, headers: [["Host", name]] });
    expect(attempt).toMatchObject({ outcome: "accepted", answer: { answer: "over TLS" } });
  },
);

test("a Host header with a name that the certificate lacks is refused", async () => {
  expect(await detailOf({ has: "signed", trusted, headers: [["host", "crm.local"]] })).toBe(
    "the certificate is for localhost, not for crm.local; " +
      "use -H 'Host: localhost' or an address with one of its names, or --skip-verify",
  );
});

test.each([
  [
    "a self-signed one",
    { has: "localhost", key: "localhost" },
    "the certificate of localhost:PORT is self-signed; trust it with --cacert, or accept any with --skip-verify",
  ],
  [
    "a self-signed one, with others trusted",
    { has: "localhost", key: "localhost", trusted },
    "the certificate of localhost:PORT is self-signed and not in authority.crt; add it there, or accept any with --skip-verify",
  ],
  [
    "a self-signed one for another name",
    { has: "localhost", key: "localhost", host: "127.0.0.1" },
    "the certificate of 127.0.0.1:PORT is self-signed, and is for localhost, not for 127.0.0.1; trust it with --cacert " +
      "and use -H 'Host: localhost' or an address with one of its names, or accept any with --skip-verify",
  ],
  [
    "one of an unknown authority",
    { has: "signed" },
    "the certificate of localhost:PORT is signed by an unknown authority; " +
      "trust its issuer's certificate with --cacert, or accept any with --skip-verify",
  ],
  [
    "one that is trusted itself, without its issuer",
    { has: "signed", trusted: "signed.crt" },
    "the certificate of localhost:PORT is not signed by the certificates in signed.crt; " +
      "add its issuer's certificate there, or accept any with --skip-verify",
  ],
  [
    "one that has expired",
    { has: "expired", trusted },
    "the certificate of localhost:PORT expired on 2020-02-01 12:30Z; renew it, or accept any with --skip-verify",
  ],
  [
    "one that is not valid yet",
    { has: "early", trusted },
    "the certificate of localhost:PORT is not valid before 2119-01-01 00:00Z; " +
      "check this machine's clock, or accept any with --skip-verify",
  ],
])("%s is refused with what mends it", async (_, sent, detail) => {
  expect(await detailOf(sent)).toBe(detail);
});
