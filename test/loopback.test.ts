import { once } from "node:events";
import { connect, createServer, type AddressInfo } from "node:net";
import { networkInterfaces } from "node:os";
import { expect, onTestFinished, test } from "vitest";
import { isLoopbackName, isForThisMachineAlone, isThisMachine, localAddressOf } from "../src/loopback.ts";

test.each(["localhost", "LOCALHOST", "localhost.", "crm.localhost", "a.b.localhost."])("%s is loopback", (name) => {
  expect([isLoopbackName(name), isThisMachine(name)]).toEqual([true, true]);
});

test.each(["127.0.0.1", "127.9.9.9", "::1", "0.0.0.0", "::"])(
  "%s is an address of this machine, and no name",
  (host) => {
    expect([isLoopbackName(host), isThisMachine(host)]).toEqual([false, true]);
  },
);

test.each([
  "localhost.example.com",
  "notlocalhost",
  ".localhost",
  "",
  "128.0.0.1",
  "10.0.0.1",
  "::2",
  "127.example.com",
])("%j is somewhere else", (host) => {
  expect([isLoopbackName(host), isThisMachine(host)]).toEqual([false, false]);
});

const hasIpv6 = Object.values(networkInterfaces()).some((one) => one?.some(({ family }) => family === "IPv6"));
const hosts = ["0.0.0.0", "127.0.0.1", "localhost", ...(hasIpv6 ? ["::", "::1"] : [])];

test.each(hosts)("what listens on %s is reached at its local address", async (host) => {
  const server = createServer().listen(0, host);
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const socket = connect({ host: localAddressOf(host), port });
  await once(socket, "connect");
  expect(socket.remotePort).toBe(port);
  socket.destroy();
});

test("an address that is one already stays, and every address is the one that needs no IPv6", () => {
  expect(["::1", "192.168.1.7", "crm.example.com", "0.0.0.0", "::"].map(localAddressOf)).toEqual([
    "::1",
    "192.168.1.7",
    "crm.example.com",
    "127.0.0.1",
    "127.0.0.1",
  ]);
});

test("what listens on every address is reached by more than this machine", () => {
  const listed = ["localhost", "127.0.0.1", "127.47.47.1", "::1", "0.0.0.0", "::", "192.168.1.7", "example.com"];
  expect(listed.filter(isForThisMachineAlone)).toEqual(["localhost", "127.0.0.1", "127.47.47.1", "::1"]);
});
