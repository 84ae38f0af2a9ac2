import { join } from "node:path";
import { expect, test } from "vitest";
import { fixtureBody } from "../../../src/fixtures/index.ts";
import { parseTarget } from "../../../src/delivery/index.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { recordedFiles, recordedFixtures } from "../../harness/recordings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { webhook } from "../../harness/webhook.ts";

/** A session, and a handler that takes everything. */
async function listeningWithHandler(fixtures?: string) {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const bodies = () => handler.requests.map((one) => Buffer.from(one.slice(one.indexOf("\r\n\r\n") + 4), "latin1"));
  const listener = await listening({ targets: [parseTarget(handler.url)], ...(fixtures && { fixtures }) });
  return { ...listener, handler, bodies };
}

test.each([
  ["no JSON at all", Buffer.from("hello")],
  ["half of it", Buffer.from('{"uuid":"429afed8-00')],
  ["nothing", Buffer.alloc(0)],
  ["invalid UTF-8", Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d])],
  ["UTF-16", Buffer.from('\uFEFF{"a":1}', "utf16le")],
  ["a number that JSON does not have", Buffer.from('{"a":NaN}')],
])("%s is recorded with its bytes as invalid, answered 400 and not forwarded", async (_, body) => {
  const { url, folder, handler, notices, end } = await listeningWithHandler();
  expect((await post(url, body)).status).toBe(400);
  const [fixture] = await recordedFixtures(folder);
  expect(await recordedFiles(folder)).toEqual([
    expect.stringMatching(/^invalid\/20261123T140511123Z-[0-9a-f]{8}\.json$/),
  ]);
  expect(fixture).toMatchObject({ event: "invalid", payload: null });
  expect(fixture && fixtureBody(fixture)).toEqual(body);
  expect(notices("event")).toMatchObject([{ number: 1, fixture: { event: "invalid" } }]);
  expect((await end()).notice).toMatchObject({ events: { invalid: 1 }, delivered: 0, undelivered: [] });
  expect(handler.requests).toEqual([]);
});

test.each([
  ["an array", "[1,2]", "unknown"],
  ["a string", '"hello"', "unknown"],
  ["null", "null", "unknown"],
  ["an object without a resource", '{"uuid":"429afed8-0001"}', "unknown"],
  ["a resource that is no object", '{"resource":7,"resourceAction":"ADDED"}', "unknown"],
  [
    "a resource that AppDirect does not document",
    '{"resource":{"type":"ROBOT"},"resourceAction":"ADDED"}',
    "robot.added",
  ],
  ["an action that it does not document", '{"resource":{"type":"USER"},"resourceAction":"CLONED"}', "user.cloned"],
  ["keys such as __proto__", '{"__proto__":{"resource":{"type":"USER"}},"resourceAction":"ADDED"}', "unknown"],
])("%s is taken, recorded under its name and forwarded as it came", async (_, body, event) => {
  const { url, folder, notices, until, bodies } = await listeningWithHandler();
  expect((await post(url, body)).status).toBe(200);
  await until("delivery");
  expect(bodies()).toEqual([Buffer.from(body)]);
  const [fixture] = await recordedFixtures(folder);
  expect(fixture && fixtureBody(fixture).toString()).toBe(body);
  expect(fixture?.event).toBe(event);
  expect(notices("event")).toMatchObject([{ fixture: { event }, isKnown: false }]);
});

const deep = `${"[".repeat(50_000)}${"]".repeat(50_000)}`;

test.each([
  ["a number over any", webhook({ big: 0 }).replace('"big":0', '"big":1e400')],
  ["a whole number over 2^53", webhook({ big: 0 }).replace('"big":0', '"big":9007199254740993')],
  ["minus zero", webhook({ zero: 0 }).replace('"zero":0', '"zero":-0')],
  [
    "white space, escapes and a key twice",
    '{ "resource": {"type":"USER"},\r\n"resourceAction":"\\u0041DDED","a":1,"a":2 }',
  ],
  ["__proto__ within an event", webhook({ x: 0 }).replace('"x":0', '"__proto__":{"polluted":true}')],
  ["100,000 brackets", webhook({ deep: 0 }).replace('"deep":0', `"deep":${deep}`)],
])("the bytes of an event with %s are kept and forwarded as they came", async (_, body) => {
  const { url, folder, until, bodies } = await listeningWithHandler();
  expect((await post(url, body)).status).toBe(200);
  await until("delivery");
  expect(bodies().map((bytes) => bytes.equals(Buffer.from(body)))).toEqual([true]);
  const [fixture] = await recordedFixtures(folder);
  expect(fixture?.event).toBe("user.added");
  expect(fixture && fixtureBody(fixture).equals(Buffer.from(body))).toBe(true);
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});

test("content of 100,000 brackets that changes is told without harm", async () => {
  const { url, notices } = await listeningWithHandler();
  const body = (uuid: string) => webhook({ uuid, resource: { type: "USER", uuid: "u", content: 0 } });
  for (const uuid of ["11111111-1", "22222222-2"]) {
    const text = body(uuid).replace('"content":0', `"content":{"deep":${deep}}`);
    expect((await post(url, text)).status).toBe(200);
  }
  expect(notices("event").map(({ number }) => number)).toEqual([1, 2]);
});

test.each([
  ["a path", "../../etc/passwd"],
  ["10 kB", "a".repeat(10_240)],
  ["a Windows path", "..\\..\\windows"],
  ["no text", 7],
])("a uuid that is %s names no file, and the event is taken under a hash of its body", async (_, uuid) => {
  const around = await temporaryFolder();
  const { url } = await listeningWithHandler(join(around, "in", "fixtures"));
  expect((await post(url, webhook({ uuid }))).status).toBe(200);
  expect(await recordedFiles(around)).toEqual([
    expect.stringMatching(/^in\/fixtures\/user\.added\/20261123T140511123Z-[0-9a-f]{8}\.json$/),
  ]);
});

test("a content type other than JSON is taken and told as it came", async () => {
  const { url, notices, folder } = await listeningWithHandler();
  expect((await post(url, webhook(), { "content-type": "text/plain" })).status).toBe(200);
  expect(notices("event")[0]?.fixture.request.headers["content-type"]).toBe("text/plain");
  expect(await recordedFixtures(folder)).toMatchObject([{ request: { headers: { "content-type": "text/plain" } } }]);
});
