import { expect, test } from "vitest";
import { documentedFields } from "../../../scripts/reference/listen-lines-page.ts";
import { listenLine } from "../../../src/output/views/json.ts";
import type { Notice } from "../../../src/sessions/index.ts";
import { answered, exited } from "../../harness/attempts.ts";
import {
  deliveryNotice,
  endNotice,
  eventNotice,
  readyNotice,
  takenNotice,
  targetNamed,
} from "../../harness/notices.ts";

const target = targetNamed("crm");
const trouble = { code: "X", message: "It is down.", hint: "Do this.", output: ["ERR"] };
const undelivered = [{ event: "user.added", target: "crm", file: "f.json", wasSent: true }];

// Complete by the compiler: whoever adds a kind of notice says here whether it is public.
const notices: Record<Notice["kind"], { line?: string; examples: Notice[] }> = {
  ready: {
    line: "ready",
    examples: [
      readyNotice({ tunnel: "quick", tunnelKeptForMs: 1, made: { token: "t", client: "c:s", user: "u:p" } }),
      readyNotice({ usesKept: true, tokenUrl: "http://127.0.0.1:4747/oauth2/token" }),
    ],
  },
  event: {
    line: "event",
    examples: [eventNotice({ resource: { type: "USER" }, resourceAction: "ADDED" }), eventNotice([1])],
  },
  delivery: {
    line: "delivery",
    examples: [
      deliveryNotice(answered(200), { uuid: "u", file: "f.json" }),
      deliveryNotice(answered(500, "oops")),
      deliveryNotice(exited(3, { output: "reading", errorOutput: "oops" })),
      deliveryNotice({ outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 }),
    ],
  },
  unrecorded: {
    line: "unrecorded",
    examples: [{ kind: "unrecorded", event: "user.added", uuid: "u", reason: "the disk is full", folder: "f" }],
  },
  refused: { line: "refused", examples: [{ kind: "refused", reason: "no token", takenAt: "/hooks", times: 1 }] },
  warning: { line: "warning", examples: [{ kind: "warning", about: "tracked by git", file: "f.json" }] },
  dropped: { line: "dropped", examples: [{ kind: "dropped", target, total: 1 }] },
  waiting: { line: "waiting", examples: [{ kind: "waiting", target }] },
  paused: { line: "paused", examples: [{ kind: "paused", paused: true, waiting: 1 }] },
  tunnel: {
    line: "tunnel",
    examples: [
      { kind: "tunnel", state: "opening", tunnel: "quick" },
      { kind: "tunnel", state: "fetching", version: "1", bytes: 1, from: "example.com", into: "f" },
      { kind: "tunnel", state: "fetched", version: "1", bytes: 1, afterMs: 1 },
      { kind: "tunnel", state: "lost" },
      { kind: "tunnel", state: "regained", afterMs: 1 },
      { kind: "tunnel", state: "slept", forMs: 1 },
      { kind: "tunnel", state: "changed", url: "https://b.example.com", before: "https://a.example.com" },
      { kind: "tunnel", state: "changed", url: "https://b.example.com", before: "https://a.example.com", why: "gone" },
      {
        kind: "tunnel",
        state: "changed",
        url: "https://b.example.com",
        before: "",
        tokenUrl: "https://b.example.com/t",
      },
      { kind: "tunnel", state: "resumed", refused: 1, afterMs: 1 },
      { kind: "tunnel", state: "ended", why: "gone" },
      { kind: "tunnel", state: "retrying", trouble, inMs: 1 },
      { kind: "tunnel", state: "warning", trouble },
      { kind: "tunnel", state: "cleared", processId: 1 },
    ],
  },
  ending: { line: "ending", examples: [{ kind: "ending", deliveries: 1 }] },
  end: {
    line: "end",
    examples: [
      endNotice({ undelivered, unsendable: ["f.json"], fixtures: "f", missing: "It.", tunnelKeptForMs: 1 }),
      endNotice({ undelivered, undeliveredCount: 2 }),
    ],
  },
  listening: { examples: [{ kind: "listening", local: "http://127.0.0.1:4747/", port: 4747 }] },
  taken: { examples: [takenNotice({ takers: [target] })] },
  undelivered: { examples: [{ kind: "undelivered", number: 1, event: "user.added", target, wasSent: true }] },
};

const cases = Object.entries(notices).flatMap(([kind, { line, examples }]) =>
  examples.map((notice) => ({ kind, line, notice })),
);

test.each(cases)("the notice $kind is the line $line and nothing that is not documented", ({ line, notice }) => {
  const written = JSON.stringify(listenLine(withInternals(notice)) ?? null);
  expect(written).not.toContain("internal");
  const parsed: Record<string, unknown> | null = JSON.parse(written);
  expect(parsed?.["type"]).toBe(line);
  const documented = line === undefined ? [] : documentedFields().get(line);
  expect(Object.keys(parsed ?? {}).filter((field) => documented?.includes(field) !== true)).toEqual([]);
});

test("every documented field of every line is written for some notice", () => {
  const written = new Map<string, Set<string>>();
  for (const { line = "", notice } of cases) {
    const fields = Object.keys(JSON.parse(JSON.stringify(listenLine(notice) ?? {})));
    written.set(line, new Set([...(written.get(line) ?? []), ...fields]));
  }
  const documented = [...documentedFields()].filter(([, fields]) => fields.includes("type"));
  const missing = documented.flatMap(([line, fields]) =>
    fields.filter((field) => written.get(line)?.has(field) !== true).map((field) => `${line}.${field}`),
  );
  expect(missing).toEqual([]);
});

test("the parts of a line have the fields that are documented", () => {
  const line = listenLine(endNotice({ undelivered }));
  const [part = {}] = line?.type === "end" ? line.undelivered : [];
  expect(Object.keys(part)).toEqual(documentedFields().get("UndeliveredEvent"));
});

test("the end says how many were not delivered where its list does not have all", () => {
  expect(listenLine(endNotice({ undelivered, undeliveredCount: 1 }))).not.toHaveProperty("undeliveredCount");
  expect(listenLine(endNotice({ undelivered, undeliveredCount: 1_001 }))).toMatchObject({ undeliveredCount: 1_001 });
});

/**
 * The same with a field more in each of its parts, as a change of ours might bring. The fixture is the file's format,
 * and the names of `events` are data.
 */
function withInternals<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withInternals) as Value;
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => {
    return [name, name === "fixture" || name === "events" ? part : withInternals(part)] as const;
  });
  return { ...Object.fromEntries(parts), internal: "internal" } as Value;
}
