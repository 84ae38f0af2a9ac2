import { expect, test } from "vitest";
import type { Fixture } from "../../../src/fixtures/index.ts";
import { answerWith, startRawServer } from "../../harness/raw-server.ts";
import { alteration, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";

/** The bytes of the body that comes to the handler. */
async function sentBytes(fixture: Partial<Fixture>, different: Parameters<typeof replayOptions>[2] = {}) {
  const server = await startRawServer((socket) => socket.write(answerWith(200)));
  await startReplay(replayOptions([replayable(fixture)], server.url, different)).result;
  const [request = ""] = server.requests;
  return Buffer.from(request.slice(request.indexOf("\r\n\r\n") + 4), "latin1");
}

const recorded: [string, Buffer][] = [
  ["white space and the order of keys", Buffer.from('{ "b" : 1 ,\r\n\t"a":2.0}\n')],
  ["escapes", Buffer.from('{"a":"\\u00e9\\/\\u001b"}')],
  ["integers over 2^53", Buffer.from('{"id":12345678901234567890}')],
  ["numbers that JavaScript cannot hold", Buffer.from('{"a":1e400,"b":-0}')],
  ["keys that come twice", Buffer.from('{"a":1,"a":2}')],
  ["a __proto__ key", Buffer.from('{"__proto__":{"a":1}}')],
];

test.each(recorded)("%s: a recorded body is sent byte for byte", async (_, bytes) => {
  const payload = JSON.parse(bytes.toString());
  const fixture = { payload, rawBody: { encoding: "utf8", data: bytes.toString() } } as const;
  expect((await sentBytes(fixture)).equals(bytes)).toBe(true);
});

test("what is no text is sent byte for byte too", async () => {
  const bytes = Buffer.from([0xff, 0x00, 0x1b, 0x0a]);
  const rawBody = { encoding: "base64", data: bytes.toString("base64") } as const;
  expect((await sentBytes({ event: "invalid", payload: null, rawBody })).equals(bytes)).toBe(true);
});

test("with nothing to change the bytes stay, whatever else is asked for", async () => {
  const bytes = Buffer.from('{ "note" : 1.0 }');
  const fixture = { payload: { note: 1 }, rawBody: { encoding: "utf8", data: bytes.toString() } } as const;
  expect((await sentBytes(fixture, { times: 1, alteration: alteration({}), concurrency: 3 })).equals(bytes)).toBe(true);
});

test("a payload that somebody edited wins over the bytes", async () => {
  const fixture = { payload: { note: "edited" }, rawBody: { encoding: "utf8", data: '{ "note" : "was" }' } } as const;
  expect((await sentBytes(fixture)).toString()).toBe('{"note":"edited"}');
});
