import { expect, test } from "vitest";
import { outgoingFromFixture, parseTarget, withHeaders } from "../../../src/delivery/index.ts";
import type { HeaderList } from "../../../src/endpoint.ts";
import { startCountingTlsServer } from "../../harness/counting-tls-server.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { someFixture } from "../../harness/some-fixture.ts";
import { certificate } from "../../harness/tls-handler.ts";

const secret: HeaderList[number] = ["authorization", "Bearer a-secret"];
const inTime = { timeoutMs: 30_000 };

async function trusting(name: string) {
  return openDelivery({ trusted: { pem: await certificate(`${name}.crt`), file: `${name}.crt` } });
}

const to = (port: number, headers: HeaderList = [], host = "localhost") =>
  withHeaders(parseTarget(`https://${host}:${port}`), [secret, ...headers]);

const refused = { outcome: "failed", reason: "bad certificate" };
const accepted = { outcome: "accepted", answer: { status: 200 } };

test.each([
  ["of an authority that is not known", { has: "signed" }],
  ["that nobody signed", { has: "localhost", key: "localhost" }],
  ["that is not one of those trusted", { has: "localhost", key: "localhost", trusts: "authority" }],
  ["for other names", { has: "names", trusts: "authority" }],
  ["for an address, where a name is asked for", { has: "loopback", trusts: "loopback" }],
  ["for a name, where an address is asked for", { has: "signed", trusts: "authority", host: "127.0.0.1" }],
  ["for another address", { has: "addresses", trusts: "authority", host: "127.0.0.1" }],
  ["that has expired", { has: "expired", trusts: "authority" }],
  ["that is not valid yet", { has: "early", trusts: "authority" }],
])("not a byte is told to a server with a certificate %s", async (_, { trusts, host, ...has }: Untrusted) => {
  for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
    const server = await startCountingTlsServer({ ...has, version });
    const delivery = trusts === undefined ? openDelivery() : await trusting(trusts);
    for (const event of [outgoingEvent(), outgoingEvent()])
      expect(await delivery.deliver(event, to(server.port, [], host), inTime)).toMatchObject(refused);
    await server.untilClosed();
    expect([server.connections(), server.told()]).toEqual([2, ""]);
  }
});

interface Untrusted {
  has: string;
  key?: string;
  trusts?: string;
  host?: string;
}

test.each(["127.0.0.1", "[::1]"])("a certificate for the address %s is taken there", async (host) => {
  const server = await startCountingTlsServer({ has: "loopback", host: host.replace(/[[\]]/g, "") });
  const delivery = await trusting("loopback");
  expect(await delivery.deliver(outgoingEvent(), to(server.port, [], host), inTime)).toMatchObject(accepted);
  expect(server.told()).toContain("a-secret");
});

test.each(["TLSv1.2", "TLSv1.3"] as const)(
  "a connection is taken for the name that was asked for alone, with %s",
  async (version) => {
    const server = await startCountingTlsServer({ has: "names", version });
    const delivery = await trusting("authority");
    const named = to(server.port, [["host", "crm.local"]]);
    expect(await delivery.deliver(outgoingEvent(), named, inTime)).toMatchObject(accepted);
    const told = server.told();
    for (const headers of [[], [["host", "another.example"]], [["host", "127.0.0.1"]]] satisfies HeaderList[])
      expect(await delivery.deliver(outgoingEvent(), to(server.port, headers), inTime)).toMatchObject(refused);
    await server.untilClosed();
    expect([server.connections(), server.resumed()]).toEqual([4, 0]);
    expect(server.told()).toBe(told);
  },
);

test("a server that comes back with another certificate is told nothing", async () => {
  const before = await startCountingTlsServer({ has: "signed" });
  const { port } = before;
  const delivery = await trusting("authority");
  expect(await delivery.deliver(outgoingEvent(), to(port), inTime)).toMatchObject(accepted);
  await before.stop();
  const after = await startCountingTlsServer({ has: "localhost", key: "localhost", port });
  expect(await delivery.deliver(outgoingEvent(), to(port), inTime)).toMatchObject(refused);
  await after.untilClosed();
  expect(after.told()).toBe("");
});

test("a header that was recorded does not choose the name that is asked for", async () => {
  const server = await startCountingTlsServer({ has: "names" });
  const delivery = await trusting("authority");
  const headers = { Host: "crm.local", ":authority": "crm.local", "x-forwarded-host": "crm.local" };
  const { outgoing } = outgoingFromFixture(someFixture({ request: { method: "POST", path: "/", headers } }), {
    withheld: [["HOST", "crm.local"]],
  });
  expect(await delivery.deliver(outgoing, to(server.port), inTime)).toMatchObject(refused);
  await server.untilClosed();
  expect(server.told()).toBe("");
});

test("any certificate is taken where that is wanted, and told everything", async () => {
  const server = await startCountingTlsServer({ has: "expired" });
  const delivery = openDelivery({ skipVerify: true });
  expect(await delivery.deliver(outgoingEvent(), to(server.port), inTime)).toMatchObject(accepted);
  expect(server.told()).toContain("a-secret");
});
