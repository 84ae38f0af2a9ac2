import { expect, test } from "vitest";
import { withLine, type LogFacts } from "../../../../src/tunnel/cloudflared/process/facts.ts";

/** What is known after these lines; the issues they are of stand beside them. */
const after = (...lines: string[]): LogFacts => lines.reduce(withLine, { isConnected: false });

// cloudflare/cloudflared#451
const box = [
  "+--------------------------------------------------------------------------------------------+",
  "|  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |",
  "|  https://fare-write-waste-gadgets.trycloudflare.com                                        |",
  "+--------------------------------------------------------------------------------------------+",
];
// cloudflare/cloudflared#976
const registered =
  "Registered tunnel connection connIndex=0 connection=a4973d5d-cd17-4b7b-a1fc-13bbe7fa4b92 event=0 ip=198.41.192.7 location=LAX protocol=quic";

test("the address stands in the box", () => {
  expect(after(...box)).toEqual({ hostname: "fare-write-waste-gadgets.trycloudflare.com", isConnected: false });
});

test.each([
  // cloudflare/cloudflared#555 and #547
  'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host',
  'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp 176.53.43.44:443: connect: connection refused',
  "Requesting new quick Tunnel on trycloudflare.com...",
  // homeassistant-apps/app-cloudflared#1039: a box too
  "|  Cloudflare API    api.cloudflare.com:443        PASS    API is reachable              |",
])("no address stands in: %s", (line) => {
  expect(after(line)).toEqual({ isConnected: false });
});

test("an address that is known stays known", () => {
  const { hostname } = after(...box, 'Post "https://api.trycloudflare.com/tunnel": EOF');
  expect(hostname).toBe("fare-write-waste-gadgets.trycloudflare.com");
});

test("the box may come after the connection", () => {
  const hostname = "fare-write-waste-gadgets.trycloudflare.com";
  expect(after(registered, ...box)).toEqual({ hostname, isConnected: true });
});

test.each([
  registered,
  "Connection c0a8d328-a652-461d-bfc8-535d9c91e56d registered connIndex=0 location=SEA", // aeleos/cloudflared#14
  "Registered tunnel connection connIndex=0 connection=a4973d5d-cd17-4b7b-a1fc-13bbe7fa4b92 event=0 ip=2606:4700:a0::1 location=LAX protocol=http2",
  "Registered tunnel connection", // of JSON, cloudflare/cloudflared#1530
])("it is connected after: %s", (line) => {
  expect(after(line)).toEqual({ isConnected: true });
});

test.each([
  "Unregistered tunnel connection connIndex=2 event=0 ip=198.41.192.77", // homeassistant-apps/app-cloudflared#671
  "Lost connection with the edge connIndex=1", // cloudflare/cloudflared#1440
  'Connection terminated error="connection with edge closed" connIndex=1',
])("the connection is lost after: %s", (line) => {
  expect(after(registered, line)).toEqual({ isConnected: false });
});

test("what is said between the loss and the return changes nothing", () => {
  // cloudflare/cloudflared#1440
  const lost = [
    "Lost connection with the edge connIndex=1",
    'Serve tunnel error error="connection with edge closed" connIndex=1 event=0 ip=198.41.200.23',
    "Retrying connection in up to 1s connIndex=1 event=0 ip=198.41.200.23",
  ];
  expect([after(registered, ...lost), after(registered, ...lost, registered)]).toEqual([
    { isConnected: false },
    { isConnected: true },
  ]);
});

test("other lines leave the connection as it is", () => {
  // homeassistant-apps/app-cloudflared#1039
  const line =
    "Tunnel connection curve preferences: [X25519MLKEM768 CurveID(65074)] connIndex=3 event=0 ip=198.41.200.23";
  expect([after(line), after(registered, line)]).toEqual([{ isConnected: false }, { isConnected: true }]);
});

test("the routes of a named tunnel stand in its configuration", () => {
  // cloudflare/cloudflared#976
  const line = String.raw`Updated to new configuration config="{\"ingress\":[{\"hostname\":\"ahtx.eu.org\", \"originRequest\":{}, \"service\":\"http://localhost:5244\"}, {\"service\":\"http_status:404\"}], \"warp-routing\":{\"enabled\":false}}" version=3`;
  expect(after(line).routes).toMatchObject([
    { hostname: "ahtx.eu.org", service: "http://localhost:5244" },
    { service: "http_status:404" },
  ]);
});

test.each([
  String.raw`config="{\"ingress\":[{\"hostname\":\"ahtx.e" version=3`,
  String.raw`config="{\"ingress\":[{\"hostname\":\"ahtx.e`,
  String.raw`config="{\"ingress\":{}}" version=3`,
  String.raw`config="null" version=3`,
  String.raw`config="\x00" version=3`,
  "version=3",
])("a configuration that is none tells no routes: %s", (config) => {
  expect(after(registered, `Updated to new configuration ${config}`)).toEqual({ isConnected: true });
});

test("what is no route in it is left out, and the latest configuration counts", () => {
  const first = String.raw`Updated to new configuration config="{\"ingress\":[{\"service\":\"http_status:404\"}]}" version=1`;
  const second = String.raw`Updated to new configuration config="{\"ingress\":[null,7,{\"hostname\":\"a.example\"},{\"service\":\"http://localhost:1\"}]}" version=2`;
  expect(after(first, second).routes).toEqual([{ service: "http://localhost:1" }]);
});
