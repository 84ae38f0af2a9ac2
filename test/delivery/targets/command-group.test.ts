import { expect, test } from "vitest";
import type { Processes } from "../../../src/delivery/index.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { nestedCommand } from "../../harness/nested-command.ts";
import { openDelivery } from "../../harness/open-delivery.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";
import { processes } from "../../harness/processes.ts";
import { program } from "../../harness/program.ts";

test.skipIf(process.platform !== "linux")(
  "at the deadline everything ends that the command started, below its shells too",
  async () => {
    const clock = manualClock();
    const { typed, processId, gone } = await nestedCommand();
    const attempt = openDelivery({ clock }).deliver(outgoingEvent(), commandTarget(typed), { timeoutMs: 30_000 });
    await processId();
    await clock.advance(30_000);
    expect(await gone()).toBe(true);
    await clock.advance(2_000); // nobody may have asked after a dead one: then it counts as one of its group
    expect(await attempt).toMatchObject({ outcome: "failed", reason: "timed out" });
  },
);

test.skipIf(process.platform !== "linux")(
  "what outlives the command that it belongs to is killed 2 s after the deadline",
  async () => {
    const clock = manualClock();
    const { typed, processId, gone } = await nestedCommand("stubborn");
    const signals: string[] = [];
    const watched: Processes = {
      ...processes,
      signal(leader, signal) {
        signals.push(`${signal} at ${clock.elapsed()}`);
        processes.signal(leader, signal);
      },
    };
    const delivery = openDelivery({ clock, processes: watched });
    const attempt = delivery.deliver(outgoingEvent(), commandTarget(typed), { timeoutMs: 500 });
    await processId();
    await clock.advance(500);
    await clock.advance(2_000);
    expect(await gone()).toBe(true);
    await attempt;
    expect(signals).toEqual(["SIGTERM at 500", "SIGKILL at 2500"]);
  },
);

test.skipIf(process.platform !== "linux")("what still runs when our own process ends is killed with it", async () => {
  const exits = new Set<() => void>();
  const watched: Processes = { ...processes, atExit: (act) => (exits.add(act), () => exits.delete(act)) };
  const { typed, processId, gone } = await nestedCommand("stubborn");
  const delivery = openDelivery({ processes: watched });
  const attempt = delivery.deliver(outgoingEvent(), commandTarget(typed), { timeoutMs: 0 });
  await processId();
  for (const act of exits) act();
  expect(await gone()).toBe(true);
  await attempt;
  await delivery.close();
  expect(exits.size).toBe(0);
});

test("a command that ended by itself is not signalled, however many there were", async () => {
  const signalled: number[] = [];
  const exits: (() => void)[] = [];
  const watched: Processes = {
    ...processes,
    signal: (leader) => void signalled.push(leader),
    atExit: (act) => (exits.push(act), () => undefined),
  };
  const delivery = openDelivery({ processes: watched });
  const target = commandTarget(program("exits-with.js", "0"));
  await Promise.all([1, 2, 3].map(() => delivery.deliver(outgoingEvent(), target, { timeoutMs: 30_000 })));
  for (const act of exits) act();
  expect([exits.length, signalled]).toEqual([1, []]);
});
