import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { parseTarget, reached, type Attempt, type Target } from "../../src/delivery/index.ts";
import { kindNamed, targetKinds, type TargetKindName } from "../../src/delivery/targets/table.ts";
import { freePort } from "../harness/free-port.ts";
import { manualClock } from "../harness/manual-clock.ts";
import { openDelivery } from "../harness/open-delivery.ts";
import { outgoingEvent } from "../harness/outgoing-event.ts";
import { processes } from "../harness/processes.ts";
import { program } from "../harness/program.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";

/** Targets of one kind, as they are typed, that behave in the ways that every kind must cope with. */
interface Stage {
  takes(): Promise<string>;
  refuses(): Promise<string>;
  hangs(): Promise<string>;
  /** Not there; a failed attempt names `place`. */
  missing(): Promise<{ typed: string; place: string }>;
  /** Gives back what it was sent: part of the attempt. */
  echoes(): Promise<string>;
  /** One with a secret in it. */
  secretive: string;
  /** What the attempts at `takes` and `refuses` say of their answers. */
  said: { taken: string; refused: string; sender: number };
}

const secret = "s3cret-8842";
const http = (url: string) => `${url}/hooks`;
const command = (line: string) => `command:${line}`;

const stages: Record<TargetKindName, Stage> = {
  http: {
    takes: async () => http((await startRawServer((socket) => socket.write(answerWith(204)))).url),
    refuses: async () => http((await startRawServer((socket) => socket.write(answerWith(500)))).url),
    hangs: async () => http((await startRawServer(() => undefined)).url),
    async missing() {
      const place = `localhost:${await freePort()}`;
      return { typed: place, place };
    },
    async echoes() {
      const server = await startRawServer((socket) => socket.write(answerWith(200, bodyOf(server.requests.at(-1)))));
      return http(server.url);
    },
    secretive: `http://ada:${secret}@localhost:3000/?token=${secret}`,
    said: { taken: "204", refused: "500", sender: 500 },
  },
  command: {
    takes: async () => command(program("exits-with.js", "0")),
    refuses: async () => command(program("exits-with.js", "1")),
    hangs: async () => command(program("hangs.js")),
    missing: async () => ({ typed: command("no-such-program --flag"), place: "no-such-program" }),
    echoes: async () => command(program("prints-input.js")),
    secretive: command(`node handle.js --key ${secret}`),
    said: { taken: "exit 0", refused: "exit 1", sender: 502 },
  },
};

const names = Object.keys(targetKinds).filter((name): name is TargetKindName => name in stages);
const inTime = { timeoutMs: 30_000 };
const isAccepted = (attempt: Attempt) => attempt.outcome === "accepted";

test("every kind says how it is written, and is tested here", () => {
  expect(names.toSorted()).toEqual(Object.keys(stages).toSorted());
  expect(names.map((name) => kindNamed(name).forms.length > 0)).toEqual(names.map(() => true));
});

test.each(names)("%s: an address is known as one of its kind, with events in front and without", async (name) => {
  const typed = await stages[name].takes();
  const [plain, some] = [parseTarget(typed), parseTarget(`order=${typed}`)];
  expect([plain.address.kind, some.address.kind]).toEqual([name, name]);
  expect([plain, some].map(({ patterns }) => patterns.text)).toEqual(["*", "order"]);
  expect(names.filter((other) => kindNamed(other).claims(typed))).toEqual([name]);
});

test.each(names)("%s: what is kept of it can be typed again, or is said to lead nowhere", async (name) => {
  const { kept, hasCredentials } = parseTarget(await stages[name].takes()).address;
  expect([kept.kind, hasCredentials]).toEqual([name, false]);
  if (kept.canBeSentToAgain) expect(parseTarget(kept.text).address.kept).toEqual(kept);
  else expect(kindNamed(name).notSentAgain).toMatch(/^to \w/);
});

test.each(names)("%s: its secrets stand neither in its name, nor in what is kept", (name) => {
  const target = parseTarget(stages[name].secretive);
  expect(`${target.name} ${JSON.stringify(target.address.kept)}`).not.toContain(secret);
  expect(target.address.kept.canBeSentToAgain).toBe(false);
});

test.each(names)(
  "%s: a preview is a command that a shell runs to the same end, and facts for programs",
  async (name) => {
    const target = parseTarget(await stages[name].echoes());
    const event = outgoingEvent();
    const { command: line, facts } = await kindNamed(name).preview(event, target, []);
    const { stdout } = await promisify(execFile)("sh", ["-c", line]);
    const attempt = await openDelivery().deliver(event, target, inTime);
    expect(stdout).toBe(echoOf(attempt));
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  },
);

test.each(names)("%s: what is there is up", async (name) => {
  const { address } = parseTarget(await stages[name].takes());
  expect(await address.isUp(new AbortController().signal)).toBe(true);
});

test.each(names)("%s: a target that takes the event has accepted it, in so many ms", async (name) => {
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(await stages[name].takes()), inTime);
  expect([isAccepted(attempt), reached(attempt), attempt.durationMs > 0]).toEqual([true, true, true]);
  expect(attempt).toMatchObject({ answer: { kind: name }, words: { shown: stages[name].said.taken, said: "" } });
});

test.each(names)("%s: a target that says no has rejected it, and was reached", async (name) => {
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(await stages[name].refuses()), inTime);
  expect([attempt.outcome, reached(attempt)]).toEqual(["rejected", true]);
  expect(attempt).toMatchObject({ words: { shown: stages[name].said.refused }, detail: expect.stringMatching(/./) });
  const status = attempt.outcome === "rejected" ? kindNamed(name).statusFor(attempt.answer) : 0;
  expect(status).toBe(stages[name].said.sender);
});

test.each(names)("%s: a target that is not there was not reached, and the detail names it", async (name) => {
  const { typed, place } = await stages[name].missing();
  const attempt = await openDelivery().deliver(outgoingEvent(), parseTarget(typed), inTime);
  expect([isAccepted(attempt), reached(attempt)]).toEqual([false, false]);
  expect(attempt).toMatchObject({ outcome: "failed", detail: expect.stringContaining(place) });
});

test.each(names)("%s: a target that hangs is given up at the deadline", async (name) => {
  const clock = manualClock();
  const attempt = openDelivery({ clock }).deliver(outgoingEvent(), parseTarget(await stages[name].hangs()), inTime);
  await clock.untilSleeping(1);
  await clock.advance(30_000);
  expect(await attempt).toMatchObject({ outcome: "failed", reason: "timed out", durationMs: 30_000 });
});

test.each(names)("%s: an attempt ends with its signal, before it begins or after", async (name) => {
  const delivery = openDelivery();
  const target = parseTarget(await stages[name].hangs());
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
  const attempt = await openDelivery().deliver(event, parseTarget(await stages[name].echoes()), inTime);
  expect(echoOf(attempt)).toContain(text);
});

test.each(names)("%s: closing waits for what is in flight, and may be done twice", async (name) => {
  const delivery = openDelivery();
  const attempts = [delivery.deliver(outgoingEvent(), parseTarget(await stages[name].takes()), inTime)];
  await Promise.all([delivery.close(), delivery.close()]);
  expect((await Promise.all(attempts)).map((attempt) => isAccepted(attempt))).toEqual([true]);
});

test.each(names)("%s: it is given no target of another kind", async (name) => {
  const sink = await kindNamed(name).openSink({ clock: manualClock(), env: {}, processes });
  const other: Target = parseTarget(name === "http" ? command("node") : "3000");
  await expect(sink.deliver(outgoingEvent(), other, inTime)).rejects.toThrow(TypeError);
  await expect(kindNamed(name).preview(outgoingEvent(), other, [])).rejects.toThrow(TypeError);
});

function echoOf(attempt: Attempt): string {
  if (attempt.outcome === "failed") return "";
  const { answer, words } = attempt;
  return words.printed?.output ?? ("answer" in answer ? String(answer.answer) : "");
}

function bodyOf(request = ""): string {
  return Buffer.from(request.slice(request.indexOf("\r\n\r\n") + 4), "latin1").toString();
}
