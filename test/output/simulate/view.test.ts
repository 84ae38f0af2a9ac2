import { expect, test } from "vitest";
import type { SimulateNotice } from "../../../src/sessions/simulate/index.ts";
import { answered } from "../../harness/attempts.ts";
import {
  attemptNotice,
  fiveMinutesLater,
  happenedNotice,
  simulateEnd,
  simulateLines,
  simulateReady,
} from "../../harness/simulate-notices.ts";

const unavailable = answered(503);
const again = { inMs: 300_000, hereMs: 300_000 };
const later = fiveMinutesLater.toISOString();

test("an event is a line, and its attempts stand below it", () => {
  expect(simulateLines()(happenedNotice(), attemptNotice())).toEqual({
    out: ["14:05:11  ● company.added         Acme Corp", "          → http://localhost:3000/   200   12 ms", ""].join(
      "\n",
    ),
    err: "",
  });
});

test("an event that no webhook gets says so", () => {
  expect(simulateLines()(happenedNotice({ entries: [] })).out).toBe(
    "14:05:11  ● company.added         Acme Corp\n          no webhook gets it\n",
  );
});

test("a failed attempt says when the next one is", () => {
  const { out } = simulateLines()(happenedNotice(), attemptNotice({ attempt: unavailable, again }));
  expect(out).toMatch(/\n {10}→ http:\/\/localhost:3000\/ {3}503 {3}12 ms {3}again in 5 min\n$/);
});

test.each([
  [1_000, 300, "0.3 s"],
  [10_000, 30, "30 ms"],
  [60, 5_000, "5 s"],
  [7, 42_857.14, "43 s"],
])("%d times faster it says how long that takes here", (timeScale, hereMs, here) => {
  const { out } = simulateLines({ timeScale })(
    attemptNotice({ attempt: unavailable, again: { inMs: 300_000, hereMs } }),
  );
  expect(out).toContain(`again in 5 min (here ${here})\n`);
});

test("a retry has a head line of its own, with what the event is about", () => {
  const show = simulateLines();
  show(happenedNotice(), attemptNotice({ attempt: unavailable, again }));
  expect(show(attemptNotice({ logged: { number: 2, at: later } })).out).toBe(
    [
      "14:10:11  ↻ company.added         2nd of 3 · Acme Corp",
      "          → http://localhost:3000/   200   12 ms",
      "",
    ].join("\n"),
  );
});

test("retries of one event at two webhooks share their head line", () => {
  const show = simulateLines();
  show(happenedNotice({ entries: ["e-1", "e-2"] }));
  const { out } = show(
    attemptNotice({ logged: { number: 2, at: later } }),
    attemptNotice({ entry: "e-2", logged: { number: 2, at: later } }),
  );
  expect(out.match(/2nd of 3/g)).toHaveLength(1);
});

test("a first attempt names its event where another one came between", () => {
  const show = simulateLines();
  show(happenedNotice(), happenedNotice({ uuid: "u-2", number: 2 }));
  expect(show(attemptNotice()).out).toBe(
    [
      "14:05:11  … company.added         1st of 3 · Acme Corp",
      "          → http://localhost:3000/   200   12 ms",
      "",
    ].join("\n"),
  );
});

test("an event from an earlier run is named without what it is about", () => {
  expect(simulateLines()(attemptNotice({ logged: { number: 2 } })).out).toMatch(
    /^14:05:11 {2}↻ company\.added {9}2nd of 3\n/,
  );
});

test("what is sent twice is marked, and stands below its event", () => {
  const duplicate = attemptNotice({ logged: { number: 2, isDuplicate: true } });
  const show = simulateLines();
  show(happenedNotice(), attemptNotice());
  expect(show(duplicate).out).toBe("          → http://localhost:3000/   200   12 ms   sent twice\n");
});

test("what was asked for by hand is marked, and is never given up", () => {
  const resent = attemptNotice({ attempt: unavailable, logged: { number: 4, isManual: true, at: later } });
  expect(simulateLines()(resent).out).toBe(
    "14:10:11  ↻ company.added\n          → http://localhost:3000/   503   12 ms   resent\n",
  );
});

test("what is given up says how to have it resent", () => {
  const { out } = simulateLines({ width: () => 140 })(
    simulateReady(),
    attemptNotice({ attempt: unavailable, logged: { number: 3 } }),
  );
  expect(out.split("\n").slice(1)).toEqual([
    "          → http://localhost:3000/   503   12 ms",
    "            given up after 3 attempts; to resend it: POST http://127.0.0.1:4748/simulator/v1/events/e-1/resend",
    "",
  ]);
});

test("no line is wider than the terminal", () => {
  const { out } = simulateLines({ width: () => 40 })(
    simulateReady(),
    happenedNotice(),
    attemptNotice({ attempt: answered(503, "the database is not there at the moment, come again"), again }),
    attemptNotice({ attempt: unavailable, logged: { number: 3 } }),
  );
  expect(out.split("\n").filter((line) => line.length > 40)).toEqual([]);
});

test("nothing from outside steers the terminal", () => {
  const steering = "\u001b[2J";
  const all: SimulateNotice[] = [
    happenedNotice({ event: `a${steering}` }),
    attemptNotice({ event: `b${steering}`, uuid: "u-9", attempt: answered(500, steering) }),
    { kind: "refused", status: 400, reason: steering },
    { kind: "webhook", did: "created", webhook: { id: steering, url: `http://a/${steering}`, events: steering } },
    simulateReady({ clientId: steering, clientSecret: steering }),
  ];
  const { out, err } = simulateLines()(...all);
  expect(out + err).not.toContain("\u001b");
});

test("the start tells where it is, what its API takes, whom it sends to and how it retries", () => {
  expect(simulateLines()(simulateReady())).toEqual({
    out: "",
    err: [
      "marketplace  http://127.0.0.1:4748",
      "client id    demo",
      "secret       demo-secret",
      "webhooks     http://localhost:3000/ gets order.*",
      "state        in memory; --state keeps it",
      "retries      after 5 min, then 10 min (unconfirmed)",
      "",
      "Press Ctrl-C to stop.",
      "",
      "",
    ].join("\n"),
  });
});

test("a start from a state file, on another port, names all of that, and no secret that was given", () => {
  const { clientSecret: _, ...given } = simulateReady({ stateFile: "market.json", pending: 2 });
  const { err } = simulateLines({ timeScale: 60 })({ ...given, instead: { taken: 4748, port: 4750 } });
  expect(err).toContain("Port 4748 is in use; the API is on 4750.\n");
  expect(err).toContain("\nstate        market.json\n             goes on with 2 pending deliveries\n");
  expect(err).toContain("\nretries      after 5 min, then 10 min (unconfirmed); here 60 times faster\n");
  expect(err).not.toContain("secret");
});

test("what waits for a webhook that is not there is told, with how to go on with it", () => {
  const { err } = simulateLines()(simulateReady({ stateFile: "market.json", waiting: 2 }));
  expect(err).toContain(
    "\n             2 pending deliveries of a webhook that is not there; to go on with them, start with the\n" +
      "             same --to\n",
  );
});

test("who lets others reach the API with a secret that everybody knows is warned", () => {
  const { err } = simulateLines()(simulateReady({ isOpen: true }));
  expect(err).toContain(
    "\n! Others can use this API: it can be reached from outside this machine, and its secret is known.\n" +
      "  Choose your own with --api-client, or leave --host out.\n",
  );
});

test("without a webhook it says what to do", () => {
  const { err } = simulateLines()(simulateReady({ webhooks: [] }), { kind: "nobody" });
  expect(err).toContain("\nwebhooks     none yet\n");
  expect(err).toMatch(
    /\n {4}npx appdirect-hooks listen 3000 --no-tunnel\n {4}npx appdirect-hooks simulate --to 4747\n$/,
  );
});

test.each([
  [
    "webhook deleted: http://localhost:3000/ (w-1); 1 pending delivery was given up\n",
    { kind: "webhook", did: "deleted", webhook: webhookOf("*"), givenUp: ["e-1"] },
  ],
  ["webhook deleted: http://localhost:3000/ (w-1)\n", { kind: "webhook", did: "deleted", webhook: webhookOf("*") }],
  [
    "webhook created: http://localhost:3000/ gets order.* (w-1)\n",
    { kind: "webhook", did: "created", webhook: webhookOf("order.*") },
  ],
  ["refused: no access token (answered 401)\n", { kind: "refused", status: 401, reason: "no access token" }],
  ["! 10,000 deliveries wait to be retried; no more events", { kind: "held", pending: 10_000 }],
] as const)("it says %j", (line, notice) => {
  expect(simulateLines({ errWidth: () => Infinity })(notice).err).toContain(line);
});

function webhookOf(events: string) {
  return { id: "w-1", url: "http://localhost:3000/", events };
}

test("the end sums up", () => {
  expect(simulateLines()(simulateEnd()).err).toBe("\nhappened   12 events in 1.4 s\ndelivered  12\n");
});

test("the end tells what was given up, what is pending, and where that is kept", () => {
  const counts = { delivered: 8, failed: 1, pending: 3 };
  expect(simulateLines()(simulateEnd({ ...counts, stateFile: "market.json" })).err).toBe(
    [
      "",
      "happened   12 events in 1.4 s",
      "delivered  8",
      "given up   1",
      "pending    3, the next run with this state goes on with them",
      "state      market.json",
      "",
    ].join("\n"),
  );
  expect(simulateLines()(simulateEnd(counts)).err).toContain(
    "\npending    3, lost with this run; --state keeps them\n",
  );
});
