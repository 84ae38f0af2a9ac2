import { expect, test } from "vitest";
import type { TunnelNotice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { readyNotice } from "../../harness/notices.ts";

const trouble = { code: "TUNNEL_RATE_LIMITED", message: "Too many.", hint: "Wait.", output: ["error code: 1015"] };
const [url, before] = ["https://new.example.com/h/a", "https://old.example.com/h/a"];

const facts: [TunnelNotice, object][] = [
  [
    { kind: "tunnel", state: "opening", tunnel: "quick" },
    { type: "tunnel", state: "opening", tunnel: "quick" },
  ],
  [
    { kind: "tunnel", state: "fetching", version: "2026.8.2", bytes: 39_799_316, from: "github.com", into: "/c" },
    { type: "tunnel", state: "fetching", version: "2026.8.2", bytes: 39_799_316, into: "/c" },
  ],
  [
    { kind: "tunnel", state: "fetched", version: "2026.8.2", bytes: 39_799_316, afterMs: 1_400.6 },
    { type: "tunnel", state: "fetched", version: "2026.8.2", bytes: 39_799_316, ms: 1_401 },
  ],
  [
    { kind: "tunnel", state: "lost" },
    { type: "tunnel", state: "lost" },
  ],
  [
    { kind: "tunnel", state: "regained", afterMs: 1_400.6 },
    { type: "tunnel", state: "regained", ms: 1_401 },
  ],
  [
    { kind: "tunnel", state: "slept", forMs: 125_000.4 },
    { type: "tunnel", state: "slept", ms: 125_000 },
  ],
  [
    { kind: "tunnel", state: "changed", url, before },
    { type: "tunnel", state: "changed", url, before },
  ],
  [
    { kind: "tunnel", state: "retrying", trouble, inMs: 2_000 },
    { type: "tunnel", state: "retrying", ...trouble, ms: 2_000 },
  ],
  [
    { kind: "tunnel", state: "warning", trouble },
    { type: "tunnel", state: "warning", ...trouble },
  ],
  [
    { kind: "tunnel", state: "warning", trouble: { code: "X", message: "It is slow." } },
    { type: "tunnel", state: "warning", code: "X", message: "It is slow." },
  ],
  [
    { kind: "tunnel", state: "resumed", refused: 3, afterMs: 1_400.4 },
    { type: "tunnel", state: "resumed", refused: 3, ms: 1_400 },
  ],
  [
    { kind: "tunnel", state: "ended", why: "it was opened with another --host" },
    { type: "tunnel", state: "ended", why: "it was opened with another --host" },
  ],
  [
    { kind: "tunnel", state: "cleared", processId: 4711 },
    { type: "tunnel", state: "cleared", pid: 4711 },
  ],
];

test.each(facts)("%j is told as its facts: on stderr before ready, on stdout from then on", async (notice, line) => {
  const view = await listenView("json");
  const first = view(notice);
  view(readyNotice({ tunnel: "quick" }));
  const later = view(notice);
  expect([first.out, later.err, later.out]).toEqual([undefined, undefined, first.err]);
  expect(JSON.parse(first.err ?? "")).toEqual(line);
  expect(first.err?.match(/\n/g)).toHaveLength(1);
});

test("what a tunnel's program says cannot steer a terminal that shows the line", async () => {
  const message = "A\u001b[2J\u009b2J\u202eB\u2028C";
  const { err = "" } = (await listenView("json"))({
    kind: "tunnel",
    state: "warning",
    trouble: { code: "X", message },
  });
  // oxlint-disable-next-line no-control-regex -- it is these that are looked for
  expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  expect(JSON.parse(err)).toMatchObject({ message });
});
