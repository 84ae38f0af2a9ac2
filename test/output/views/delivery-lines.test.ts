import { expect, test } from "vitest";
import { answered, exited } from "../../harness/attempts.ts";
import { prettyLines as lines } from "../../harness/listen-view.ts";
import { deliveryNotice, eventNotice, targetNamed } from "../../harness/notices.ts";

const changed = { resource: { type: "SUBSCRIPTION", uuid: "s1", content: {} }, resourceAction: "CHANGED" };

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
  expect((await lines([deliveryNotice(attempt, { number: 0 })], { width: () => 120 })).at(0)).toBe(
    "          → crm        301   12 ms   redirects to https://crm.example/hooks (not followed)",
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

test("an event that got no answer names the command that sends it again, ready for a shell", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  const facts = { number: 0, file: "my fixtures/a.json", target: targetNamed("crm") };
  expect((await lines([deliveryNotice(attempt, facts)]))[1]).toBe(
    "            resend with: npx appdirect-hooks replay 'my fixtures/a.json' --to http://localhost:3000/",
  );
});

test("a recording is named by the id of its event, and the command is broken so that it runs as pasted", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  const [uuid, file] = ["429afed8-0001-4000-8000-000000000001", "f/user.added/20261123T140511123Z-429afed8.json"];
  const facts = { number: 0, uuid, file, target: targetNamed("crm", "localhost:3000/hooks") };
  expect((await lines([deliveryNotice(attempt, facts)]))[1]).toBe(
    "            resend with: npx appdirect-hooks replay 429afed8 --to http://localhost:3000/hooks",
  );
  expect((await lines([deliveryNotice(attempt, facts)], { width: () => 60 })).slice(1)).toEqual([
    "            nothing listens there",
    "            resend with:",
    "            npx appdirect-hooks replay 429afed8 \\",
    "              --to http://localhost:3000/hooks",
    "",
  ]);
});

test("a second recording of the same event is named by its file", async () => {
  const attempt = { outcome: "failed", reason: "refused", detail: "nothing listens there", durationMs: 1 } as const;
  const [uuid, file] = ["429afed8-0001-4000-8000-000000000001", "f/20261123T140511123Z-429afed8-2.json"];
  const facts = { number: 0, uuid, file, target: targetNamed("crm") };
  expect((await lines([deliveryNotice(attempt, facts)])).join("\n")).toContain(`replay ${file}`);
});

test("with -v the answer of a handler that accepted stands below", async () => {
  const shown = await lines([deliveryNotice(answered(200, '{"ok":true}'), { number: 0 })], { verbose: true });
  expect(shown.slice(1)).toEqual(['            {"ok":true}', ""]);
  expect(await lines([deliveryNotice(answered(200, '{"ok":true}'), { number: 0 })])).toHaveLength(2);
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
