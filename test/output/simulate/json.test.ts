import { expect, test } from "vitest";
import { simulateJsonView } from "../../../src/output/index.ts";
import type { SimulateNotice } from "../../../src/sessions/simulate/index.ts";
import { answered } from "../../harness/attempts.ts";
import { attemptNotice, happenedNotice, simulateEnd, simulateReady } from "../../harness/simulate-notices.ts";

function lineOf(notice: SimulateNotice): unknown {
  let written = "";
  simulateJsonView({ output: { data: (text) => (written += text) } }).show(notice);
  expect(written).toMatch(/^[^\n]+\n$/);
  return JSON.parse(written);
}

const webhook = { id: "w-1", url: "http://localhost:3000/", events: "order.*" };

test("the first line is ready", () => {
  expect(lineOf(simulateReady())).toEqual({
    type: "ready",
    url: "http://127.0.0.1:4748",
    pid: 7,
    clientId: "demo",
    clientSecret: "demo-secret",
    webhooks: [webhook],
    pending: 0,
    waiting: 0,
  });
});

test("an event has its payload, and how many webhooks get it", () => {
  const { payload } = happenedNotice();
  expect(lineOf(happenedNotice({ at: new Date("2026-11-23T14:05:11.123Z") }))).toEqual({
    type: "event",
    number: 1,
    event: "company.added",
    uuid: "u-1",
    at: "2026-11-23T14:05:11.123Z",
    webhooks: 1,
    payload,
  });
});

test("an attempt that failed tells why, when the next one is, and how long AppDirect would wait", () => {
  const nextAt = "2026-11-23T14:05:11.423Z";
  const notice = attemptNotice({
    attempt: answered(503, "later"),
    logged: { number: 1, nextAt },
    again: { inMs: 300_000, hereMs: 300 },
  });
  expect(lineOf(notice)).toEqual({
    type: "attempt",
    entry: "e-1",
    event: "company.added",
    uuid: "u-1",
    webhook: "w-1",
    url: "http://localhost:3000/",
    number: 1,
    delivered: false,
    status: 503,
    ms: 12,
    error: "later",
    nextAt,
    waitMs: 300_000,
    manual: false,
    duplicate: false,
  });
});

test("an attempt that was delivered has none of that", () => {
  const line = lineOf(attemptNotice({ logged: { isDuplicate: true, number: 2 } }));
  expect(line).toMatchObject({ delivered: true, status: 200, number: 2, duplicate: true, manual: false });
  expect(Object.keys(Object(line))).not.toEqual(expect.arrayContaining(["error"]));
});

test.each([
  [{ kind: "nobody" }, { type: "nobody" }],
  [
    { kind: "webhook", did: "created", webhook },
    { type: "webhook", did: "created", ...webhook },
  ],
  [
    { kind: "refused", status: 401, reason: "no access token" },
    { type: "refused", status: 401, reason: "no access token" },
  ],
  [
    { kind: "held", pending: 10_000 },
    { type: "held", pending: 10_000 },
  ],
] as const)("%j is a line too", (notice, line) => {
  expect(lineOf(notice)).toEqual(line);
});

test("the last line counts", () => {
  expect(lineOf(simulateEnd({ stateFile: "/tmp/market.json", durationMs: 1_400.04 }))).toEqual({
    type: "end",
    durationMs: 1_400,
    events: 12,
    delivered: 12,
    failed: 0,
    pending: 0,
    interrupted: false,
    state: "/tmp/market.json",
  });
});
