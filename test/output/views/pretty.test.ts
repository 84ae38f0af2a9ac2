import { expect, test } from "vitest";
import type { EventNotice, Notice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { answered, exited } from "../../harness/attempts.ts";
import { deliveryNotice, eventNotice, takenNotice, targetNamed } from "../../harness/notices.ts";

const content = {
  href: "https://marketplace.example.com/api/1",
  status: "ACTIVE",
  edition: { code: "PRO" },
  creationDate: 1_795_442_711_000,
  notes: null,
  lines: [],
};
const changed = {
  uuid: "429afed8-0001-4000-8000-000000000001",
  resource: { type: "SUBSCRIPTION", uuid: "s1", content },
  resourceAction: "CHANGED",
};

/** What a session's notices are on stdout, line by line. */
async function lines(notices: Notice[], different: Parameters<typeof listenView>[1] = {}): Promise<string[]> {
  const view = await listenView("pretty", different);
  return notices
    .map((notice) => view(notice).out ?? "")
    .join("")
    .split("\n")
    .map((line) => line.trimEnd());
}

const since = new Date(2026, 10, 23, 14, 2, 44);
const withChanges = (...fields: string[]): Partial<EventNotice> => ({
  changes: { since, changes: fields.map((path) => ({ path, before: '"old"', after: '"new"' })) },
});

test("an event is a head line, its filled fields with references last, and its file", async () => {
  const notice = eventNotice(JSON.stringify(changed).padEnd(276), { headline: ["Acme Corp", "CRM Pro"] });
  expect(await lines([notice])).toEqual([
    "14:05:11  ● subscription.changed   Acme Corp · CRM Pro".padEnd(95) + "276 B",
    "          status        ACTIVE",
    '          edition       {"code":"PRO"}',
    "          creationDate  1795442711000 · 2026-11-23 14:05:11Z",
    "          href          https://marketplace.example.com/api/1",
    "          … 2 empty (-v shows all)",
    "          recorded fixtures/event.json",
    "",
  ]);
});

test("only so many fields are shown, and the others counted", async () => {
  const shown = await lines([eventNotice(changed)], { bodyRows: 1 });
  expect(shown.slice(1, 3)).toEqual(["          status  ACTIVE", "          … 3 more, 2 empty (-v shows all)"]);
});

test("verbose shows every field, in the payload's order", async () => {
  const shown = await lines([eventNotice(changed)], { verbose: true, bodyRows: 1 });
  expect(shown.slice(1, 7)).toEqual([
    "          href          https://marketplace.example.com/api/1",
    "          status        ACTIVE",
    '          edition       {"code":"PRO"}',
    "          creationDate  1795442711000 · 2026-11-23 14:05:11Z",
    "          notes         null",
    "          lines         []",
  ]);
});

test("an event of a resource that came before shows what changed, and since when", async () => {
  const shown = await lines([eventNotice(changed, withChanges("status", "edition.code"))]);
  expect(shown.slice(1, 3)).toEqual([
    "          status        old → new   since 14:02:44",
    "          edition.code  old → new",
  ]);
});

test("many changes are folded, none are said", async () => {
  const folded = await lines([eventNotice(changed, withChanges("a", "b", "c"))], { bodyRows: 2 });
  expect(folded[3]).toBe("          … 1 more");
  expect((await lines([eventNotice(changed, withChanges())]))[1]).toBe("          nothing changed since 14:02:44");
});

test("verbose shows the whole body where something changed", async () => {
  const shown = await lines([eventNotice(changed, withChanges("status"))], { verbose: true });
  expect(shown.join("\n")).not.toContain("since 14:02:44");
  expect(shown).toContain("          notes         null");
});

test("a webhook that came again says which time it is", async () => {
  const [, remark] = await lines([eventNotice(changed, { times: 2 })]);
  const [, other] = await lines([eventNotice(changed, { times: 3, differs: true })]);
  expect([remark, other]).toEqual(["          again, 2nd time", "          again, 3rd time, with another body"]);
});

test("a resource that AppDirect does not document is marked", async () => {
  const gadget = { resource: { type: "GADGET", uuid: "1" }, resourceAction: "ADDED" };
  const [head, remark] = await lines([eventNotice(gadget)]);
  expect([head?.slice(0, 24), remark]).toEqual([
    "14:05:11  ◌ gadget.added",
    '          unknown: resource.type "GADGET" is not a documented type',
  ]);
});

test("JSON that is no webhook and what is no JSON are marked, and shown", async () => {
  expect((await lines([eventNotice([1, 2])])).slice(1, 3)).toEqual([
    "          a list; a webhook is an object",
    "          [1,2]",
  ]);
  expect((await lines([eventNotice("status=ACTIVE")])).slice(1, 3)).toEqual([
    "          not JSON in valid UTF-8: recorded, answered 400",
    "          status=ACTIVE",
  ]);
});

test("a content type that is not JSON's is said", async () => {
  const [, remark] = await lines([eventNotice(changed, { headers: [["Content-Type", "text/plain"]] })]);
  expect(remark).toBe("          content type text/plain; application/json was expected");
});

test("an event that is kept nowhere says so", async () => {
  expect((await lines([eventNotice(changed, { file: undefined })])).at(-2)).toBe("          not recorded");
});

test("a delivery stands below its event", async () => {
  const shown = await lines([eventNotice(changed), deliveryNotice(answered(200))]);
  expect(shown.at(-2)).toBe("          → crm        200   12 ms");
});

test("a delivery that comes after another event names its own", async () => {
  const second = eventNotice(changed, { number: 2 });
  const late = deliveryNotice(answered(200), { number: 1, event: "user.added" });
  expect((await lines([eventNotice(changed), second, late])).at(-2)).toBe(
    "          → crm        200   12 ms   (#1 user.added)",
  );
});

test("a handler that failed is quoted with its first line", async () => {
  const attempt = answered(500, '\n{"error":"unknown plan"}\nat line 3', 104);
  expect((await lines([eventNotice(changed), deliveryNotice(attempt)])).at(-2)).toBe(
    '          → crm        500  104 ms   {"error":"unknown plan"}',
  );
});

test("with -v the whole answer of a handler that failed stands below", async () => {
  const shown = await lines([deliveryNotice(answered(500, "no plan\nat 7"), { number: 0 })], { verbose: true });
  expect(shown.slice(1)).toEqual(["            no plan", "            at 7", ""]);
});

test("a redirect is told with where it points", async () => {
  const attempt = answered(301, "", 12, { location: "https://crm.example/hooks" });
  expect((await lines([deliveryNotice(attempt, { number: 0 })])).at(0)).toBe(
    "          → crm        301   12 ms   redirects to https://crm.example/hooks, which is not followed",
  );
});

test("what did not come to an answer says why", async () => {
  const detail = "nothing listens on localhost:3000";
  const notice = deliveryNotice({ outcome: "failed", reason: "refused", detail, durationMs: 1 }, { number: 0 });
  expect((await lines([notice]))[0]).toBe(
    "          → crm        failed after 1 ms   nothing listens on localhost:3000",
  );
});

test("a command shows the last of what it printed, verbose more of it", async () => {
  const output = "1\n2\n3\n4\n5\n6\n7\n8\n";
  const notice = deliveryNotice(exited(3, { output }), { number: 0 });
  expect(await lines([notice])).toEqual([
    "          → crm        exit 3   50 ms",
    "            … 2 more lines (-v shows them)",
    ...[3, 4, 5, 6, 7, 8].map((number) => `            ${number}`),
    "",
  ]);
  expect((await lines([notice], { verbose: true })).slice(1, -1)).toEqual(
    [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `            ${number}`),
  );
});

test.each([
  [
    "much of both",
    ["1", "2", "3", "4"],
    ["a", "b", "c", "d"],
    ["… 2 more lines (-v shows them)", "2", "3", "4", "b", "c", "d"],
  ],
  [
    "little output",
    ["1"],
    ["a", "b", "c", "d", "e", "f"],
    ["… 1 more line (-v shows them)", "1", "b", "c", "d", "e", "f"],
  ],
  [
    "few errors",
    ["1", "2", "3", "4", "5", "6"],
    ["a"],
    ["… 1 more line (-v shows them)", "2", "3", "4", "5", "6", "a"],
  ],
  ["six in all", ["1", "2"], ["a", "b", "c", "d"], ["1", "2", "a", "b", "c", "d"]],
])(
  "of a command's output and errors six lines are shown, the last of each: %s",
  async (_, output, errors, expected) => {
    const attempt = exited(3, { output: output.join("\n"), errorOutput: errors.join("\n") });
    const shown = await lines([deliveryNotice(attempt, { number: 0 })]);
    expect(shown.slice(1, -1).map((line) => line.trim())).toEqual(expected);
  },
);

test("an event nested too deeply to be shown keeps its name's mark, and says where it is", async () => {
  const shown = await lines([eventNotice(changed, { isTooDeep: true })]);
  expect([shown[0]?.slice(0, 32), shown[1]]).toEqual([
    "14:05:11  ● subscription.changed",
    "          nested too deeply to be shown; its bytes are kept",
  ]);
});

test("what is nested too deeply and kept nowhere is not said to be kept", async () => {
  const shown = await lines([eventNotice(changed, { file: undefined, isTooDeep: true })]);
  expect(shown[1]).toBe("          nested too deeply to be shown");
});

test("a body that is null is no deep nest", async () => {
  expect((await lines([eventNotice("null")]))[2]).toBe("          null");
});

test("an event that got no answer names the command that sends it again, ready for a shell", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  const facts = { number: 0, file: "my fixtures/a.json", target: targetNamed("crm") };
  expect((await lines([deliveryNotice(attempt, facts)]))[1]).toBe(
    "            again: npx appdirect-hooks replay 'my fixtures/a.json' --to http://localhost:3000/",
  );
});

test("an event that lies in no file cannot be sent again, and nothing is said of it", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  expect(await lines([deliveryNotice(attempt, { number: 0, target: targetNamed("crm") })])).toHaveLength(2);
});

test("where the target is a command, the event is not said to be sent again", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "it did not start", durationMs: 1 } as const;
  const facts = { number: 0, file: "a.json", target: targetNamed("crm", "command:node crm.js") };
  expect(await lines([deliveryNotice(attempt, facts)])).toHaveLength(2);
});

test.each<Notice>([
  { kind: "listening", local: "http://127.0.0.1:4747/", port: 4747 },
  takenNotice(),
  { kind: "undelivered", number: 1, event: "user.added", target: targetNamed("crm"), wasSent: false },
])("$kind is shown to nobody", async (notice) => {
  expect(
    await Promise.all((["pretty", "line", "json"] as const).map(async (form) => (await listenView(form))(notice))),
  ).toEqual([{}, {}, {}]);
});
