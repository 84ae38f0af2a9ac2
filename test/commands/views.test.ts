import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { terminalOutput } from "../../src/commands/views.ts";
import { fakeTerminal } from "../harness/fake-terminal.ts";
import { endNotice, readyNotice, takenNotice } from "../harness/notices.ts";

const megabyte = `${"x".repeat(1024 * 1024 - 1)}\n`;

test("where nobody reads, people are told how many lines are missing, and the last one is there", async () => {
  const { terminal, stdout } = fakeTerminal();
  const output = terminalOutput(terminal, "pretty");
  for (let count = 0; count < 7; count += 1) output.data(megabyte);
  output.data("end\n", endNotice());
  await undefined; // the turn ends, and what came in it is written
  stdout.end();
  expect(await text(stdout)).toBe(`${megabyte.repeat(4)}… 3 lines left out: nobody read them in time\nend\n`);
});

test("where nobody reads, the first line of JSON is there all the same, and blanks are not", async () => {
  const { terminal, stdout } = fakeTerminal({ outIsPipe: true });
  const output = terminalOutput(terminal, "json");
  for (let count = 0; count < 4; count += 1) output.data(megabyte);
  output.blank?.();
  output.data("ready\n", readyNotice());
  await undefined; // the turn ends, and what came in it is written
  stdout.end();
  expect(await text(stdout)).toBe(`${megabyte.repeat(4)}ready\n`);
});

test("what is said beside the events is bounded as they are", async () => {
  const stderr = new PassThrough();
  const output = terminalOutput(fakeTerminal({ stderr }).terminal, "line");
  for (let count = 0; count < 6; count += 1) output.say(megabyte, takenNotice());
  output.say("end\n", endNotice());
  await undefined;
  stderr.end();
  expect(await text(stderr)).toBe(`${megabyte.repeat(4)}… 2 lines left out: nobody read them in time\nend\n`);
});
