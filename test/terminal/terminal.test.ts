import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, onTestFinished, test } from "vitest";
import { fakeTerminal } from "../harness/fake-terminal.ts";

const isPending = async (promise: Promise<unknown>) => {
  const turn = new Promise((resolve) => setImmediate(resolve, "pending"));
  return (await Promise.race([promise, turn])) === "pending";
};

test("data goes to stdout, all else to stderr", async () => {
  const { terminal, stdout, said } = fakeTerminal();
  await terminal.out("event\n");
  terminal.say("ready\n");
  terminal.fail("oops\n");
  stdout.end();
  expect([await text(stdout), said()]).toEqual(["event\n", "ready\noops\n"]);
});

test("--quiet leaves the data and the failures", async () => {
  const { terminal, stdout, said } = fakeTerminal({ quiet: true });
  await terminal.out("event\n");
  terminal.say("ready\n");
  terminal.fail("oops\n");
  stdout.end();
  expect([await text(stdout), said()]).toEqual(["event\n", "oops\n"]);
});

test("a full pipe is waited for until it is emptied", async () => {
  const { terminal, stdout } = fakeTerminal({ highWaterMark: 4 });
  const written = terminal.out("more than four");
  expect(await isPending(written)).toBe(true);
  stdout.resume();
  await expect(written).resolves.toBeUndefined();
});

test("a full pipe is not waited for once its reader has gone", async () => {
  const { terminal, stdout, closeOutput } = fakeTerminal({ highWaterMark: 4 });
  const written = terminal.out("more than four");
  closeOutput();
  await expect(written).resolves.toBeUndefined();
  expect([stdout.listenerCount("drain"), await terminal.out("nobody reads this")]).toEqual([0, undefined]);
});

test("nothing is written once the reader has gone", async () => {
  const { terminal, stdout, closeOutput } = fakeTerminal();
  closeOutput();
  await terminal.out("nobody reads this");
  expect(stdout.readableLength).toBe(0);
});

test("many who wait for the same pipe make Node warn of no leak", async () => {
  const warnings: string[] = [];
  const listener = ({ name }: Error) => void warnings.push(name);
  process.on("warning", listener);
  onTestFinished(() => void process.off("warning", listener));
  const { terminal, stdout } = fakeTerminal({ highWaterMark: 4 });
  const written = Array.from({ length: 50 }, (_, index) => terminal.out(`line ${index}\n`));
  stdout.resume();
  await Promise.all(written);
  await new Promise((resolve) => setImmediate(resolve));
  expect([warnings, stdout.listenerCount("drain")]).toEqual([[], 0]);
});

test("after a pipe was emptied it is waited for anew", async () => {
  const { terminal, stdout } = fakeTerminal({ highWaterMark: 4 });
  stdout.once("data", () => stdout.pause()).resume();
  await terminal.out("first of all");
  const second = terminal.out("second of all");
  expect(await isPending(second)).toBe(true);
  stdout.resume();
  await expect(second).resolves.toBeUndefined();
});

test("a line holds what the terminal says, now and after it was resized", () => {
  const { terminal, stdout } = fakeTerminal();
  stdout.columns = 120;
  expect(terminal.width).toBe(120);
  stdout.columns = 60;
  expect(terminal.width).toBe(60);
});

test("stderr tells the width where stdout is a pipe; 80 where neither does", () => {
  const { terminal, stderr } = fakeTerminal();
  expect(terminal.width).toBe(80);
  stderr.columns = 132;
  expect(terminal.width).toBe(132);
});

test("it knows whether stdout is a terminal", () => {
  expect([fakeTerminal({ isTTY: true }), fakeTerminal()].map(({ terminal }) => terminal.outIsTerminal)).toEqual([
    true,
    false,
  ]);
});

test.each([
  ["in a terminal", { isTTY: true }, true],
  ["without a terminal", {}, false],
  ["where it is not allowed", { isTTY: true, mayAsk: false }, false],
  ["with stderr in a log", { isTTY: true, stderr: new PassThrough() }, false],
  ["with stdout in a file", { isTTY: true, stdout: new PassThrough() }, true],
])("%s: whether somebody can be asked", (_, different, canAsk) => {
  expect(fakeTerminal(different).terminal.canAsk).toBe(canAsk);
});

test.each([
  ["in a terminal", { isTTY: true }, true],
  ["without a terminal", {}, false],
  ["where it is not allowed", { isTTY: true, mayAsk: false }, false],
  ["with stderr in a log", { isTTY: true, stderr: new PassThrough() }, true],
  ["with stdout in a file", { isTTY: true, stdout: new PassThrough() }, false],
  ["with stdin elsewhere", { isTTY: true, stdin: () => new PassThrough() }, false],
])("%s: whether somebody can press keys", (_, different, canPressKeys) => {
  expect(fakeTerminal(different).terminal.canPressKeys).toBe(canPressKeys);
});

test("standard input is not touched until somebody is to be asked", async () => {
  const stdin = () => {
    throw new Error("It was touched.");
  };
  const { terminal } = fakeTerminal({ stdin, mayAsk: false });
  await terminal.out("event\n");
  expect(terminal.canAsk).toBe(false);
});
