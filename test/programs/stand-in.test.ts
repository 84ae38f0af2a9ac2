import { Resolver } from "node:dns/promises";
import { expect, test } from "vitest";
import { installStandIn } from "../harness/cloudflared.ts";
import { startHandler } from "../harness/handler.ts";
import { post } from "../harness/post.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import {
  connected,
  hostname,
  linesOf,
  metricsLine,
  metricsOf,
  nobody,
  quick,
  runStandIn as run,
} from "../harness/run-stand-in.ts";

test("a quick tunnel shows its address in a box on stderr, and stdout stays empty", async () => {
  const { running } = await connected();
  await running.untilErr(/Registered tunnel connection/);
  const lines = linesOf(running.stderr());
  const border = `INF +${"-".repeat(92)}+`;
  const from = lines.indexOf(border);
  expect(lines.slice(from, from + 4)).toEqual([
    border,
    "INF |  Your quick Tunnel has been created! Visit it at (it may take some time to be reachable):  |",
    `INF |  https://${hostname}                                        |`,
    border,
  ]);
  expect(running.stdout()).toBe("");
});

test("each start has an address of its own", async () => {
  const standIn = await installStandIn();
  const first = run(standIn, quick(nobody));
  await standIn.until("public");
  first.kill("SIGTERM");
  run(standIn, quick(nobody));
  const names = (await standIn.until("public", 2)).map((one) => String(one["hostname"]));
  expect(new Set(names).size).toBe(2);
  for (const name of names) expect(name).toMatch(/^[a-z\d]+(?:-[a-z\d]+)+\.trycloudflare\.com$/);
});

test("/ready is 503 until it is connected, and then 200", async () => {
  const standIn = await installStandIn({ connectAfterMs: 300 });
  const ask = await metricsOf(run(standIn, quick(nobody)));
  const before = await ask("/ready");
  const { connectorId } = JSON.parse(before.body);
  expect([before.status, JSON.parse(before.body)]).toEqual([503, { status: 503, readyConnections: 0, connectorId }]);
  await standIn.until("connected");
  const after = await ask("/ready");
  expect([after.status, JSON.parse(after.body)]).toEqual([200, { status: 200, readyConnections: 1, connectorId }]);
});

test("/quicktunnel gives the name, and other paths are those of the real one", async () => {
  const { running } = await connected();
  const ask = await metricsOf(running);
  expect(JSON.parse((await ask("/quicktunnel")).body)).toEqual({ hostname });
  expect((await ask("/healthcheck")).body).toBe("OK\n");
  expect((await ask("/metrics")).body).toContain("cloudflared_tunnel_ha_connections 1\n");
  expect((await ask("/other")).status).toBe(404);
});

test("a metrics port that is taken ends it with 1", async () => {
  const { standIn, running } = await connected();
  const address = await running.untilErr(metricsLine);
  const second = await run(standIn, ["tunnel", "--metrics", address, "--url", nobody]).ended;
  expect(second.status).toBe(1);
  expect(linesOf(second.stderr).at(-2)).toMatch(/^ERR Error opening metrics server listener error=.*EADDRINUSE/);
});

test("a call to the public address is carried with its method, path, query and body", async () => {
  const service = await startRawServer((socket) => socket.write(answerWith(201)));
  const { standIn } = await connected({}, service.url);
  const answer = await post(`${await standIn.address()}/hooks/one?tenant=7&x=%2F`, '{"a":"u"}');
  const [request = ""] = service.requests;
  expect([answer.status, request.split("\r\n")[0], request.split("\r\n\r\n")[1]]).toEqual([
    201,
    "POST /hooks/one?tenant=7&x=%2F HTTP/1.1",
    '{"a":"u"}',
  ]);
});

test("what Cloudflare adds stands in the headers of a call, and Host is the public name", async () => {
  const handler = await startHandler();
  const { standIn } = await connected({}, handler.url);
  await post(await standIn.address(), "{}", { "x-own": "1" });
  const headers = handler.headers()[0]?.map((line) => line.replace(/^(cf-ray|cf-visitor): .*/, "$1"));
  expect(headers).toEqual(
    expect.arrayContaining([
      "x-own: 1",
      `host: ${hostname}`,
      "cf-ray",
      "cf-connecting-ip: 203.0.113.7",
      "cf-ipcountry: US",
      "cf-visitor",
      "cdn-loop: cloudflare; loops=1",
      "x-forwarded-for: 203.0.113.7",
      "x-forwarded-proto: https",
      "accept-encoding: gzip, br",
    ]),
  );
});

test("a caller gets 530 while there is no connection, and 502 where nobody listens", async () => {
  const standIn = await installStandIn({ neverConnects: true });
  run(standIn, quick(nobody));
  expect(await post(await standIn.address(), "{}")).toMatchObject({ status: 530, body: "error code: 1033" });
  const { standIn: other, running } = await connected();
  expect((await post(await other.address(), "{}")).status).toBe(502);
  await running.untilErr(/ERR Unable to reach the origin service\. .*ECONNREFUSED/);
});

test("its DNS server knows the name from its publication on, and no other name ever", async () => {
  const { standIn } = await connected({ publishAfterMs: 3_600_000 });
  const resolver = new Resolver();
  resolver.setServers([standIn.resolver]);
  await expect(resolver.resolve4(hostname)).rejects.toMatchObject({ code: "ENOTFOUND" });
  await standIn.tell("/publish");
  expect(await resolver.resolve4(hostname)).toEqual(["127.0.0.2"]);
  await expect(resolver.resolve4(`other-${hostname}`)).rejects.toMatchObject({ code: "ENOTFOUND" });
  expect((await standIn.reports("asked")).map(({ name, answered }) => [name, answered])).toEqual([
    [hostname, false],
    [hostname, true],
    [`other-${hostname}`, false],
  ]);
});

test("its name is published by itself once it is connected", async () => {
  const { standIn } = await connected();
  const resolver = new Resolver();
  resolver.setServers([standIn.resolver]);
  expect(await resolver.resolve4(hostname)).toEqual(["127.0.0.2"]);
});

test("a connection that is lost is told and can be regained, under the same address", async () => {
  const handler = await startHandler();
  const { standIn, running } = await connected({}, handler.url);
  const [ask, address] = [await metricsOf(running), await standIn.address()];
  await standIn.tell("/lose");
  await standIn.until("lost");
  await running.untilErr(/INF Lost connection with the edge connIndex=0\n/);
  expect([(await ask("/ready")).status, (await post(address, "{}")).status]).toEqual([503, 530]);
  await standIn.tell("/regain");
  await standIn.until("connected", 2);
  expect([(await ask("/ready")).status, (await post(address, "{}")).status]).toEqual([200, 200]);
});
