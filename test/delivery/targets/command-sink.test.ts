import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import type { Attempt } from "../../../src/delivery/index.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { program } from "../../harness/program.ts";

const inTime = { timeoutMs: 30_000 };
const run = (command: string, event = outgoingEvent()) => openDelivery().deliver(event, commandTarget(command), inTime);

test("a command gets the fixture on standard input, the event's name, and its arguments as they were quoted", async () => {
  const event = outgoingEvent({ fixtureText: () => '{"event":"user.added","city":"Łódź"}\n' });
  const attempt = await run(`${program("prints-input.js")} 'two words' $HOME "say \\"hi\\""`, event);
  expect(attempt).toMatchObject({
    outcome: "accepted",
    answer: {
      exitCode: 0,
      output: 'user.added\n["two words","$HOME","say \\"hi\\""]\n{"event":"user.added","city":"Łódź"}\n',
    },
  });
});

test("the environment is the one that was given", async () => {
  const delivery = openDelivery({ env: { TEAM: "billing", UNSET: undefined } });
  const print = "console.log(JSON.stringify([process.env.TEAM, process.env.UNSET, process.env.HOME]))";
  const attempt = await delivery.deliver(outgoingEvent(), commandTarget(`"${process.execPath}" -e '${print}'`), inTime);
  expect(attempt).toMatchObject({ answer: { output: '["billing",null,null]\n' } });
});

test("an exit code is the answer", async () => {
  expect(await run(program("exits-with.js", "7"))).toMatchObject({
    outcome: "rejected",
    answer: { exitCode: 7, output: "" },
  });
});

test("a command that does not read a large fixture is no failure", async () => {
  const event = outgoingEvent({ fixtureText: () => "x".repeat(5 * 1024 ** 2) });
  expect(await run(program("exits-with.js", "0"), event)).toMatchObject({
    outcome: "accepted",
    answer: { exitCode: 0 },
  });
});

test("of what a command prints the last 8 kB are kept, and what it writes to standard error apart", async () => {
  const attempt = await run(program("talks.js", "1000000"));
  const { output, errorOutput } = printed(attempt);
  // 8,192 bytes are 81 whole lines of 100 and the rest of one before.
  expect(output.split("\n").slice(1)).toEqual([...Array(81).fill("x".repeat(99)), ""]);
  expect(errorOutput).toBe("unknown plan\n");
});

test("a command that is ended by a signal has failed, with its last words", async () => {
  const attempt = await run(program("kills-itself.js"));
  const words = { detail: "ended by SIGKILL", lastWords: "out of memory" };
  const said = { output: "out of memory\n", errorOutput: "" };
  expect(attempt).toMatchObject({ outcome: "failed", reason: "cut off", ...words, printed: said });
});

test("a command that hangs is ended at the deadline", async () => {
  const clock = manualClock();
  const hanging = openDelivery({ clock }).deliver(outgoingEvent(), commandTarget(program("hangs.js")), inTime);
  await clock.untilSleeping(1);
  await clock.advance(30_000);
  expect(await hanging).toMatchObject({
    outcome: "failed",
    reason: "timed out",
    detail: expect.stringMatching(/^not finished within 30 s/),
  });
});

test("a command that will not end is killed 2 s later", async () => {
  const clock = manualClock();
  const ready = join(await temporaryFolder(), "ready");
  const command = commandTarget(program("hangs.js", "stubborn", ready));
  const hanging = openDelivery({ clock }).deliver(outgoingEvent(), command, { timeoutMs: 500 });
  await untilExists(ready);
  await clock.advance(500);
  await clock.advance(2_000);
  const lastWords = expect.stringMatching(/^(hanging|not yet)$/);
  expect(await hanging).toMatchObject({
    outcome: "failed",
    reason: "timed out",
    detail: "not finished within 500 ms",
    lastWords,
    durationMs: 2_500,
  });
});

test("a command is cancelled by its signal", async () => {
  const session = new AbortController();
  const target = commandTarget(program("hangs.js"));
  const hanging = openDelivery().deliver(outgoingEvent(), target, { timeoutMs: 0, signal: session.signal });
  session.abort();
  expect(await hanging).toMatchObject({
    outcome: "failed",
    reason: "cancelled",
    detail: "stopped before it finished",
  });
});

test("a command that leaves a child with its output open is done when it ended itself", async () => {
  const clock = manualClock();
  const target = commandTarget(program("leaves-child.js"));
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), target, { timeoutMs: 500 });
  await clock.untilSleepingFor(1_000); // it ended in time; this is the wait for its last words
  await clock.advance(1_000);
  const ended = await attempt;
  expect(ended).toMatchObject({ outcome: "accepted", answer: { exitCode: 0 } });
  process.kill(Number(printed(ended).output));
});

test.each(["no-such-program", "./no-such-program"])(
  "a program that is not there (%s) is said with what to do",
  async (name) => {
    const detail = `${name} was not found; give its path, or add the program that runs it (node handle.js)`;
    expect(await run(name)).toMatchObject({ outcome: "failed", reason: "not startable", detail });
  },
);

test.skipIf(process.platform === "win32")("a file that may not be executed is said with what to do", async () => {
  const file = join(await temporaryFolder(), "handle.sh");
  await writeFile(file, "echo");
  await chmod(file, 0o600);
  const detail = `${file} cannot be run (permission denied); make it executable, or add the program that runs it (node handle.js)`;
  expect(await run(`"${file}"`)).toMatchObject({ outcome: "failed", reason: "not startable", detail });
});

function printed(attempt: Attempt): { output: string; errorOutput: string } {
  const words = attempt.outcome === "failed" ? undefined : attempt.words;
  return words?.printed ?? { output: "", errorOutput: "" };
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "command-sink-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

async function untilExists(file: string): Promise<void> {
  const { access } = await import("node:fs/promises");
  while (
    !(await access(file).then(
      () => true,
      () => false,
    ))
  )
    await new Promise((resolve) => setImmediate(resolve));
}
