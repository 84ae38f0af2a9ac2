import { PassThrough } from "node:stream";
import { expect, test } from "vitest";
import { readKeys } from "../../src/terminal/index.ts";

/** A terminal's input that remembers how it was set. */
function input() {
  const raw: boolean[] = [];
  const stream = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (mode: boolean) => raw.push(mode) });
  const keys: string[] = [];
  const press = async (text: string) => {
    stream.write(text);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { stream, raw, keys, press, onKey: (key: string) => void keys.push(key) };
}

test("keys come one by one as they are pressed, Ctrl-C among them", async () => {
  const { stream, keys, press, onKey } = input();
  readKeys(stream, onKey);
  await press("r");
  await press("pq\u0003");
  expect(keys).toEqual(["r", "p", "q", "\u0003"]);
});

test("a key outside ASCII is one key", async () => {
  const { stream, keys, press, onKey } = input();
  readKeys(stream, onKey);
  await press("é👩");
  expect(keys).toEqual(["é", "👩"]);
});

test("closing gives the terminal back as it was, and may be done twice", async () => {
  const { stream, raw, keys, press, onKey } = input();
  const reading = readKeys(stream, onKey);
  reading?.close();
  reading?.close();
  await press("r");
  expect([raw.at(0), raw.at(-1), keys, stream.isPaused()]).toEqual([true, false, [], true]);
});

test("a pause leaves the terminal to somebody else, and keys come again afterwards", async () => {
  const { stream, raw, keys, press, onKey } = input();
  const reading = readKeys(stream, onKey);
  reading?.pause();
  expect(raw).toEqual([true, false]);
  reading?.resume();
  await press("r");
  expect([raw, keys]).toEqual([[true, false, true], ["r"]]);
});

test("who resumes twice gets every key once", async () => {
  const { stream, keys, press, onKey } = input();
  const reading = readKeys(stream, onKey);
  reading?.resume();
  await press("r");
  expect(keys).toEqual(["r"]);
});

test("where standard input is no terminal there are no keys", () => {
  const pipe = new PassThrough();
  expect([readKeys(pipe, () => undefined), pipe.listenerCount("data")]).toEqual([undefined, 0]);
});

test("a terminal without a raw mode has no keys", () => {
  expect(readKeys(Object.assign(new PassThrough(), { isTTY: true }), () => undefined)).toBeUndefined();
});
