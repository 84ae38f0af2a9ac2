import { expect, test } from "vitest";
import type { EventNotice, Notice } from "../../../src/sessions/index.ts";
import { listenView, prettyLines as lines } from "../../harness/listen-view.ts";
import { eventNotice, takenNotice, targetNamed } from "../../harness/notices.ts";

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

const since = new Date(2026, 10, 23, 14, 2, 44);
const withChanges = (...fields: string[]): Partial<EventNotice> => ({
  changes: { since, changes: fields.map((path) => ({ path, before: '"old"', after: '"new"' })) },
});

test("an event is a head line, the fields that matter, and its file", async () => {
  const notice = eventNotice(JSON.stringify(changed).padEnd(276), { headline: ["Acme Corp", "CRM Pro"] });
  expect(await lines([notice])).toEqual([
    "14:05:11  ● subscription.changed  Acme Corp · CRM Pro",
    "          status  ACTIVE",
    "          recorded  fixtures/event.json  276 B",
    "",
  ]);
});

test("only so many lines are for the body", async () => {
  const company = { name: "Acme Corp", status: "ACTIVE", size: "SMALL", countryCode: "CA" };
  const event = { resource: { type: "COMPANY", uuid: "c1", content: company }, resourceAction: "ADDED" };
  expect((await lines([eventNotice(event)])).slice(1, 4)).toEqual([
    "          status       ACTIVE",
    "          size         SMALL",
    "          countryCode  CA",
  ]);
  expect(await lines([eventNotice(event)], { bodyRows: 1 })).toHaveLength(4);
});

test("verbose shows the headers, and every field with its type, in the payload's order", async () => {
  const shown = await lines([eventNotice(changed, { headers: [["X-Team", "billing"]] })], { verbose: true });
  expect(shown.slice(1, -2).map((line) => line.slice(10))).toEqual([
    "headers",
    "  x-team: billing",
    "payload",
    '  uuid: "429afed8-0001-4000-8000-000000000001"',
    "  resource:",
    '    type: "SUBSCRIPTION"',
    '    uuid: "s1"',
    "    content:",
    '      href: "https://marketplace.example.com/api/1"',
    '      status: "ACTIVE"',
    "      edition:",
    '        code: "PRO"',
    "      creationDate: 1795442711000  # 2026-11-23 14:05:11Z",
    "      notes: null",
    "      lines: []",
    '  resourceAction: "CHANGED"',
  ]);
});

test("an event of a resource that came before shows what changed, and since when", async () => {
  const shown = await lines([eventNotice(changed, withChanges("edition.code", "label"))]);
  expect(shown.slice(1, 4)).toEqual([
    "          edition.code  old → new   since 14:02:44",
    "          label         old → new",
    "          status        ACTIVE",
  ]);
});

test("many changes are folded, none are said", async () => {
  const folded = await lines([eventNotice(changed, withChanges("a", "b", "c"))], { bodyRows: 2 });
  expect(folded[2]).toBe("             … 2 more changed");
  expect((await lines([eventNotice(changed, withChanges())]))[1]).toBe("          nothing changed since 14:02:44");
});

test("verbose shows what changed above the whole event", async () => {
  const shown = await lines([eventNotice(changed, withChanges("status"))], { verbose: true });
  expect(shown[1]).toBe("          status  old → new   since 14:02:44");
  expect(shown).toContain("                notes: null");
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
  expect(remark).toBe("          content type text/plain; expected application/json");
});

test("an event that is kept nowhere says so", async () => {
  const shown = await lines([eventNotice(JSON.stringify(changed).padEnd(276), { file: undefined })]);
  expect(shown.at(-2)).toBe("          not recorded  276 B");
});

test("an event nested too deeply to be shown keeps its name's mark, and says where it is", async () => {
  const shown = await lines([eventNotice(changed, { isTooDeep: true })]);
  expect([shown[0]?.slice(0, 32), shown[1]]).toEqual([
    "14:05:11  ● subscription.changed",
    "          nested too deeply to show; the fixture has all of it",
  ]);
});

test("what is nested too deeply and kept nowhere is not said to be kept", async () => {
  const shown = await lines([eventNotice(changed, { file: undefined, isTooDeep: true })]);
  expect(shown[1]).toBe("          nested too deeply to show");
});

test("a body that is null is no deep nest", async () => {
  expect((await lines([eventNotice("null")]))[2]).toBe("          null");
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
