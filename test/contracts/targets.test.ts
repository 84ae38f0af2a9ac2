import { expect, test } from "vitest";
import { commandTarget, parseTarget, reached, succeeded, type Attempt, type Target } from "../../src/delivery/index.ts";
import { sinks, type SinkName } from "../../src/delivery/targets/table.ts";
import { freePort } from "../harness/free-port.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { openDelivery } from "../harness/open-delivery.ts";
import { outgoingEvent } from "../harness/outgoing-event.ts";
import { program } from "../harness/program.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";

/** Targets of one kind that behave in the ways that every sink must cope with. */
interface Stage {
  takes(): Promise<Target>;
  refuses(): Promise<Target>;
  hangs(): Promise<Target>;
  missing(): Promise<Target>;
  /** Gives back what it was sent: part of the attempt. */
  echoes(): Promise<Target>;
}

const stages: Record<SinkName, Stage> = {
  http: {
    takes: async () => parseTarget((await startRawServer((socket) => socket.write(answerWith(204)))).url),
    refuses: async () => parseTarget((await startRawServer((socket) => socket.write(answerWith(500)))).url),
    hangs: async () => parseTarget((await startRawServer(() => undefined)).url),
    missing: async () => parseTarget(`localhost:${await freePort()}`),
    async echoes() {
      const server = await startRawServer((socket) => socket.write(answerWith(200, bodyOf(server.requests.at(-1)))));
      return parseTarget(server.url);
    },
  },
  command: {
    takes: async () => commandTarget(program("exits-with.js", "0")),
    refuses: async () => commandTarget(program("exits-with.js", "1")),
    hangs: async () => commandTarget(program("hangs.js")),
    missing: async () => commandTarget("no-such-program --flag"),
    echoes: async () => commandTarget(program("prints-input.js")),
  },
};

const names = Object.keys(sinks).filter((name): name is SinkName => name in stages);
const inTime = { timeoutMs: 30_000 };

test("every sink says what it is", () => {
  expect(Object.values(sinks).map(({ summary }) => summary.length > 0)).toEqual(names.map(() => true));
});

test.each(names)("%s: a target that takes the event is a success, with its duration", async (name) => {
  const attempt = await openDelivery().deliver(outgoingEvent(), await stages[name].takes(), inTime);
  expect([succeeded(attempt), reached(attempt), attempt.durationMs > 0]).toEqual([true, true, true]);
});

test.each(names)("%s: a target that says no has failed, and was reached", async (name) => {
  const attempt = await openDelivery().deliver(outgoingEvent(), await stages[name].refuses(), inTime);
  expect([succeeded(attempt), reached(attempt), attempt.outcome]).toEqual([
    false,
    true,
    expect.not.stringMatching("failed"),
  ]);
});

test.each(names)("%s: a target that is not there was not reached, and the detail names it", async (name) => {
  const target = await stages[name].missing();
  const attempt = await openDelivery().deliver(outgoingEvent(), target, inTime);
  const place = target.address.kind === "http" ? new URL(target.address.url).host : "no-such-program";
  expect([succeeded(attempt), reached(attempt)]).toEqual([false, false]);
  expect(attempt).toMatchObject({ outcome: "failed", detail: expect.stringContaining(place) });
});

test.each(names)("%s: a target that hangs is given up at the deadline", async (name) => {
  const clock = manualClock();
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), await stages[name].hangs(), inTime);
  await clock.untilSleeping(1);
  await clock.advance(30_000);
  expect(await attempt).toMatchObject({ outcome: "failed", reason: "timed out", durationMs: 30_000 });
});

test.each(names)("%s: an attempt ends with its signal, before it begins or after", async (name) => {
  const delivery = openDelivery();
  const target = await stages[name].hangs();
  const session = new AbortController();
  const attempt = delivery.deliver(outgoingEvent(), target, { timeoutMs: 0, signal: session.signal });
  session.abort();
  const late = await delivery.deliver(outgoingEvent(), target, { timeoutMs: 0, signal: session.signal });
  expect([await attempt, late].map((one) => one.outcome === "failed" && one.reason)).toEqual([
    "cancelled",
    "cancelled",
  ]);
});

test.each(names)("%s: the event arrives whole", async (name) => {
  const text = `{"city":"Łódź","long":"${"x".repeat(1_000)}"}`;
  const event = outgoingEvent({ body: Buffer.from(text), fixtureText: () => text });
  const attempt = await openDelivery().deliver(event, await stages[name].echoes(), inTime);
  expect(echoOf(attempt)).toContain(text);
});

test.each(names)("%s: closing waits for what is in flight, and may be done twice", async (name) => {
  const delivery = openDelivery();
  const attempts = [delivery.deliver(outgoingEvent(), await stages[name].takes(), inTime)];
  await Promise.all([delivery.close(), delivery.close()]);
  expect((await Promise.all(attempts)).map((attempt) => succeeded(attempt))).toEqual([true]);
});

test.each(names)("%s: it is given no target of another kind", async (name) => {
  const create = await sinks[name].load();
  const sink = create({ clock: manualClock(), env: {} });
  const other = name === "http" ? commandTarget("node") : parseTarget("3000");
  await expect(sink.deliver(outgoingEvent(), other, inTime)).rejects.toThrow(TypeError);
});

function echoOf(attempt: Attempt): string {
  if (attempt.outcome === "exited") return attempt.output;
  return attempt.outcome === "answered" ? attempt.answer : "";
}

function bodyOf(request = ""): string {
  return Buffer.from(request.slice(request.indexOf("\r\n\r\n") + 4), "latin1").toString();
}
