import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { readFixture } from "../../../src/fixtures/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { program } from "../../harness/program.ts";
import { rawClient } from "../../harness/raw-client.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { numberedWebhook, webhook } from "../../harness/webhook.ts";

const takingHandler = () => startRawServer((socket) => socket.write(answerWith(200)));

test("the handler gets the bytes, and the headers in their order, case and number", async () => {
  const handler = await takingHandler();
  const { port } = await listening({ targets: [parseTarget(`${handler.url}/crm?team=1`)] });
  const client = await rawClient(port);
  const body = '{ "resource" : {"type":"USER"},"resourceAction":"ADDED"}\n';
  const own =
    "X-Trace: one\r\nContent-Type: application/json;charset=utf-8\r\nauthorization: Bearer abc\r\n" +
    "x-trace: two\r\nX-AppDirect-Webhook-Token: t\r\nX-Name: caf\u00e9\r\n";
  const ofTheConnection = "Connection: keep-alive, x-hop\r\nx-hop: 1\r\nTE: trailers\r\n";
  const head = `POST /any/path?tenant=7&x=%2F HTTP/1.1\r\nHost: public.example\r\n${ofTheConnection}${own}`;
  await client.write(Buffer.from(`${head}Content-Length: ${body.length}\r\n\r\n${body}`, "latin1"));
  await handler.untilRequests(1);
  expect(handler.requests).toEqual([
    `POST /crm?team=1&tenant=7&x=%2F HTTP/1.1\r\nhost: 127.0.0.1:${handler.port}\r\nconnection: keep-alive\r\n` +
      `${own}content-length: ${body.length}\r\n\r\n${body}`,
  ]);
});

test("the query behind the webhook path is recorded and forwarded, the path itself is not", async () => {
  const handler = await takingHandler();
  const { session, until } = await listening({ path: "/h/random", targets: [parseTarget(`${handler.url}/crm`)] });
  for (const rest of ["", "/", "?tenant=7", "/?tenant=8"]) await post(`${session.url}${rest}`, webhook());
  await handler.untilRequests(4);
  expect(handler.requests.map((one) => one.split(" ")[1])).toEqual(["/crm", "/crm", "/crm?tenant=7", "/crm?tenant=8"]);
  const told = await until("event", 4);
  expect(told.map(({ fixture }) => fixture.request.path)).toEqual(["/", "/", "/?tenant=7", "/?tenant=8"]);
});

test("each target gets what it asked for, in order", async () => {
  const [users, companies, all] = [await takingHandler(), await takingHandler(), await takingHandler()];
  const targets = [`user.*=${users.url}`, `company=${companies.url}`, all.url].map((text) => parseTarget(text));
  const { url, until, end } = await listening({ targets });
  const types = ["USER", "COMPANY", "USER", "USER", "COMPANY", "ORDER"];
  for (const [number, type] of types.entries()) await post(url, numberedWebhook(number, { resource: { type } }));
  await until("delivery", 11);
  const marks = (requests: string[]) => requests.map((one) => Number(`0x${/"uuid":"(\w+)/.exec(one)?.[1]}`));
  expect(marks(all.requests)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(marks(users.requests)).toEqual([0, 2, 3]);
  expect(marks(companies.requests)).toEqual([1, 4]);
  expect((await end()).notice).toMatchObject({ delivered: 11, failed: 0, undelivered: [] });
});

test("a command gets the fixture on its standard input, and its output is told", async () => {
  const { url, until } = await listening(
    { targets: [commandTarget(program("prints-input.js"))] },
    { env: { PATH: process.env["PATH"] } },
  );
  await post(url, webhook());
  const [delivery] = await until("delivery");
  const [event] = await until("event");
  expect(delivery).toMatchObject({ attempt: { outcome: "accepted", answer: { exitCode: 0 } } });
  const [, , ...input] =
    delivery?.attempt.outcome === "accepted" ? (delivery.attempt.words.printed?.output.split("\n") ?? []) : [];
  expect(JSON.parse(input.join("\n"))).toEqual(await readFixture(event?.file ?? ""));
});

test("a command is named with its arguments at the start, and after its program from then on", async () => {
  const command = program("exits-with.js", "0");
  const { url, until } = await listening({ targets: [commandTarget(command)] });
  await post(url, webhook());
  const [ready, delivery] = [(await until("ready"))[0], (await until("delivery"))[0]];
  expect([ready?.targets, delivery?.target.name]).toEqual([
    [{ name: command, patterns: "*" }],
    basename(process.execPath),
  ]);
});

test.each([
  ["u1", "u1"],
  ["../../etc", "../../etc"],
  ["", undefined],
  [7, undefined],
  ["u".repeat(201), undefined],
])(
  "a delivery has the uuid %j as the payload has it (%j), though no file could be named after it",
  async (uuid, told) => {
    const handler = await startRawServer((socket) => socket.write(answerWith(200)));
    const { url, until } = await listening({ targets: [parseTarget(handler.url)] });
    await post(url, webhook({ uuid }));
    expect((await until("delivery"))[0]?.uuid).toBe(told);
  },
);

test("a command that fails is a failed delivery", async () => {
  const { url, until, end } = await listening(
    { targets: [commandTarget(program("exits-with.js", "3"))] },
    { env: { PATH: process.env["PATH"] } },
  );
  await post(url, webhook());
  expect(await until("delivery")).toMatchObject([
    { attempt: { outcome: "rejected", answer: { kind: "command", exitCode: 3 } } },
  ]);
  expect((await end()).result).toEqual({ interrupted: true, failed: true, missing: false });
});

test("a delivery is told after its event, with its file and uuid", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(500, '{"error":"unknown plan"}')));
  const { url, until, folder } = await listening({ targets: [parseTarget(`${handler.url}/crm`)] });
  await post(url, webhook());
  expect(await until("delivery")).toEqual([
    {
      kind: "delivery",
      number: 1,
      event: "user.added",
      uuid: "429afed8-0001-4000-8000-000000000001",
      file: join(folder, "user.added", "20261123T140511123Z-429afed8.json"),
      target: {
        name: `${handler.url}/crm`,
        kept: { kind: "http", text: `${handler.url}/crm`, canBeSentToAgain: true, number: 1 },
      },
      attempt: {
        outcome: "rejected",
        answer: { kind: "http", status: 500, answer: '{"error":"unknown plan"}' },
        words: { shown: "500", status: 500, said: "unknown plan", body: '{"error":"unknown plan"}' },
        reason: "500",
        detail: "unknown plan",
        durationMs: 0,
      },
    },
  ]);
});
