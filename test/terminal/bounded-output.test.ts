import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { BoundedOutput, mostUnread } from "../../src/terminal/bounded-output.ts";

/** A stream whose reader takes a text only when the test says so. */
function slowReader() {
  const read: string[] = [];
  let next: (() => void) | undefined;
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _, taken) {
      next = () => {
        read.push(text);
        taken();
      };
    },
  });
  const readOne = async () => {
    const [take] = [next];
    next = undefined;
    take?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  const readAll = async () => {
    while (next !== undefined) await readOne();
  };
  return { stream, read, readOne, readAll };
}

const insteadOf = (lines: number) => `${lines} missing\n`;

test("below the bound nothing is lost, and the order stays", async () => {
  const { stream, read, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 12 });
  ["one\n", "two\n", "three\n"].forEach((text) => output.write(text));
  await readAll();
  expect(read).toEqual(["one\n", "two\n", "three\n"]);
});

test("beyond the bound whole texts are left out, and their lines counted where they are missing", async () => {
  const { stream, read, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 10 });
  ["12345678\n", "abcdefgh\n", "left\nout\n", "too\n"].forEach((text) => output.write(text));
  await readAll();
  output.write("again\n");
  await readAll();
  expect(read).toEqual(["12345678\n", "abcdefgh\n", "3 missing\n", "again\n"]);
});

test("what is missing is said once half of what waited was read, without a further text", async () => {
  const { stream, read, readOne, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 40 });
  const [first, second, third] = ["a", "b", "c"].map((letter) => `${letter.repeat(19)}\n`);
  [first, second, third].forEach((text = "") => output.write(text));
  await readOne(); // 20 of 40 bytes wait
  output.write("end\n");
  await readAll();
  expect(read).toEqual([first, second, "1 missing\n", "end\n"]);
});

test("until half was read, all that comes is left out: not every second text", async () => {
  const { stream, read, readOne, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 12 });
  ["123\n", "456\n", "789\n", "out\n"].forEach((text) => output.write(text));
  await readOne();
  output.write("out\n"); // 8 of 12 bytes wait
  await readAll();
  expect(read).toEqual(["123\n", "456\n", "789\n", "2 missing\n"]);
});

test("bytes are counted, not characters", async () => {
  const { stream, read, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 6 });
  ["äää\n", "out\n"].forEach((text) => output.write(text)); // 7 bytes in 4 characters
  await readAll();
  expect(read).toEqual(["äää\n", "1 missing\n"]);
});

test("a text that must not be missing is written, behind the number of those that are", async () => {
  const { stream, read, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 4 });
  ["123\n", "out\n"].forEach((text) => output.write(text));
  output.write("end\n", { always: true });
  output.write("out\n");
  await readAll();
  expect(read).toEqual(["123\n", "1 missing\n", "end\n", "1 missing\n"]);
});

test("a single text may be larger than the bound", async () => {
  const { stream, read, readAll } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 4 });
  output.write("larger than four\n");
  await readAll();
  expect(read).toEqual(["larger than four\n"]);
});

test("4 MB wait where nothing else is asked for", () => {
  const { stream } = slowReader();
  const output = new BoundedOutput({ stream, insteadOf });
  const line = `${"x".repeat(1023)}\n`;
  for (let count = 0; count < 5000; count += 1) output.write(line);
  expect([mostUnread, stream.writableLength]).toEqual([4_194_304, 4_194_304]);
});

test("nothing is written once the reader has gone", async () => {
  const { stream, read, readAll } = slowReader();
  const closed = new AbortController();
  const output = new BoundedOutput({ stream, insteadOf, mostBytes: 4, closed: closed.signal });
  ["123\n", "out\n"].forEach((text) => output.write(text));
  closed.abort();
  output.write("nobody\n");
  await readAll();
  expect(read).toEqual(["123\n"]);
});
