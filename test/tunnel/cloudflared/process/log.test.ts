import { expect, test } from "vitest";
import { Log } from "../../../../src/tunnel/cloudflared/process/log.ts";
import { memoryInUse } from "../../../harness/memory-in-use.ts";

/** The lines that are seen of what comes in these chunks. */
function linesOf(chunks: readonly (string | Buffer)[], hidden: readonly string[] = []): string[] {
  const lines: string[] = [];
  const reader = new Log(hidden).reader((line) => lines.push(line));
  for (const chunk of chunks) reader.take(Buffer.from(chunk));
  reader.end();
  return lines;
}

const requesting = "2023-04-28T16:27:14Z INF Requesting new quick Tunnel on trycloudflare.com...\n";
const failed = "failed to parse quick Tunnel ID: invalid UUID length: 0\n";
const both = [
  "Requesting new quick Tunnel on trycloudflare.com...",
  "failed to parse quick Tunnel ID: invalid UUID length: 0",
];

test("two lines in one chunk are two", () => {
  expect(linesOf([requesting + failed])).toEqual(both);
});

test("wherever the chunks are split, the lines are the same", () => {
  const bytes = Buffer.from(requesting + failed);
  const ways = Array.from(bytes, (_, at) => linesOf([bytes.subarray(0, at), bytes.subarray(at)]));
  expect([...new Set(ways.map((lines) => lines.join("\n")))]).toEqual([both.join("\n")]);
});

test("a character that is split over two chunks stays whole", () => {
  const bytes = Buffer.from("Grüße\n"); // its ü is the bytes 2 and 3
  expect(linesOf([bytes.subarray(0, 3), bytes.subarray(3)])).toEqual(["Grüße"]);
});

test("a last line without a newline counts once its stream ends", () => {
  expect(linesOf(["Tunnel server stopped\ncontext canceled"])).toEqual(["Tunnel server stopped", "context canceled"]);
});

test("empty lines and carriage returns are no lines", () => {
  expect(linesOf(["one\r\n\r\n \ntwo\r\n"])).toEqual(["one", "two"]);
});

test("two streams do not run into each other", () => {
  const log = new Log([]);
  const [out, err] = [log.reader(() => undefined), log.reader(() => undefined)];
  out.take(Buffer.from("Incorrect "));
  err.take(Buffer.from("context canceled\n"));
  out.take(Buffer.from("Usage\n"));
  expect(log.lines).toEqual(["context canceled", "Incorrect Usage"]);
});

test("of a line of 10 MB the first 4,000 characters are seen, and the next line whole", () => {
  const chunks = Array.from({ length: 160 }, () => "x".repeat(65_536));
  expect(linesOf([...chunks, "\nTunnel server stopped\n"])).toEqual(["x".repeat(4_000), "Tunnel server stopped"]);
});

test("a line that never ends takes no more memory the longer it gets", () => {
  const reader = new Log([]).reader(() => undefined);
  const chunk = Buffer.alloc(65_536, "x");
  const before = memoryInUse();
  for (let count = 0; count < 1_600; count += 1) reader.take(chunk); // 100 MB
  expect(memoryInUse() - before).toBeLessThan(10_000_000);
  reader.end();
});

test("the last 50 lines are kept, and all are seen", () => {
  const log = new Log([]);
  let seen = 0;
  log.reader(() => (seen += 1)).take(Buffer.from(Array.from({ length: 14_000 }, (_, at) => `line ${at}\n`).join("")));
  expect([seen, log.lines.length, log.lines[0], log.lines.at(-1)]).toEqual([14_000, 50, "line 13950", "line 13999"]);
});

test.each([
  ["time and level", "2022-04-26T13:19:06Z INF Tunnel server stopped", "Tunnel server stopped"],
  ["a time with fractions", "2022-04-26T13:19:06.123Z FTL context canceled", "context canceled"],
  [
    "colours",
    "\u001b[90m2022-04-26T13:19:06Z\u001b[0m \u001b[32mINF\u001b[0m Metrics server stopped",
    "Metrics server stopped",
  ],
])("what stands before or around a line is removed: %s", (_, line, seen) => {
  expect(linesOf([`${line}\n`])).toEqual([seen]);
});

test.each([
  "failed to parse quick Tunnel ID: invalid UUID length: 0",
  "2022/05/10 23:59:08 failed to sufficiently increase receive buffer size (was: 208 kiB, wanted: 2048 kiB, got: 416 kiB).",
  "{this only begins like an object",
  '{"level":"info","mess',
])("a line of another form stays as it is: %s", (line) => {
  expect(linesOf([`${line}\n`])).toEqual([line]);
});

test.each([
  [
    '{"level":"info","time":"2025-09-07T13:19:18Z","message":"Registered tunnel connection","connIndex":0}',
    "Registered tunnel connection connIndex=0",
  ],
  ['{"level":"error","error":"context canceled","time":"2022-04-11T19:14:13Z"}', 'error="context canceled"'],
])("an object is told as text: %s", (line, seen) => {
  expect(linesOf([`${line}\n`])).toEqual([seen]);
});

test("secrets that it was given are replaced, each time and in either form", () => {
  const chunks = ["token eyJhIjoi, eyJhIjoi\n", '{"level":"info","message":"Settings","token":"eyJhIjoi"}\n'];
  const seen = ["token [redacted], [redacted]", 'Settings token="[redacted]"'];
  expect(linesOf(chunks, ["", "eyJhIjoi"])).toEqual(seen);
});

test("a secret that is split over two chunks is replaced, and is not among the kept lines either", () => {
  const log = new Log(["eyJhIjoi"]);
  const reader = log.reader(() => undefined);
  for (const chunk of ["token eyJh", "Ijoi\n"]) reader.take(Buffer.from(chunk));
  expect(log.lines).toEqual(["token [redacted]"]);
});
