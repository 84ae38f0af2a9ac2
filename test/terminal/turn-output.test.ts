import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { TurnOutput } from "../../src/terminal/turn-output.ts";

/** A stream that notes what was written, with others in the same list. */
function noting(name: string, written: string[], failure: Error | null = null) {
  const stream = new Writable({
    decodeStrings: false,
    write(text: string, _, taken) {
      written.push(`${name}: ${text}`);
      taken(failure);
    },
  });
  return stream.on("error", () => undefined);
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

test("what comes in one turn is written together", async () => {
  const written: string[] = [];
  const taken: string[] = [];
  const output = new TurnOutput().to(noting("out", written));
  for (const text of ["one\n", "two\n"]) output.write(text, () => taken.push(text));
  await nextTurn();
  output.write("three\n", () => taken.push("three\n"));
  await nextTurn();
  expect(written).toEqual(["out: one\ntwo\n", "out: three\n"]);
  expect(taken).toEqual(["one\n", "two\n", "three\n"]);
});

test("the order stays over two streams", async () => {
  const written: string[] = [];
  const turn = new TurnOutput();
  const [out, err] = [turn.to(noting("out", written)), turn.to(noting("err", written))];
  out.write("event 1\n", () => undefined);
  err.write("warning\n", () => undefined);
  out.write("event 2\n", () => undefined);
  out.write("event 3\n", () => undefined);
  await nextTurn();
  expect(written).toEqual(["out: event 1\n", "err: warning\n", "out: event 2\nevent 3\n"]);
});

test("what another writes comes after what waits", () => {
  const written: string[] = [];
  const turn = new TurnOutput();
  const stream = noting("out", written);
  turn.to(stream).write("event\n", () => undefined);
  turn.flush();
  stream.write("end\n");
  expect(written).toEqual(["out: event\n", "out: end\n"]);
});

test("each learns that it could not be written", async () => {
  const failures: string[] = [];
  const output = new TurnOutput().to(noting("out", [], new Error("the reader has gone")));
  for (const text of ["one", "two"]) output.write(text, (failure) => failures.push(`${text}: ${failure?.message}`));
  await nextTurn();
  expect(failures).toEqual(["one: the reader has gone", "two: the reader has gone"]);
});
