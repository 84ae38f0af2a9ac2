import { expect, test } from "vitest";
import type { Notice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { answered, exited } from "../../harness/attempts.ts";
import { deliveryNotice, eventNotice } from "../../harness/notices.ts";

const added = { resource: { type: "USER", uuid: "u1", content: {} }, resourceAction: "ADDED" };
const lineOf = async (notice: Notice) => (await listenView("line"))(notice).out;

test("an event is a line: time, number, name, what it is about, its file", async () => {
  const notice = eventNotice(added, { number: 12, headline: ["Ada Example", "Acme Corp"] });
  expect(await lineOf(notice)).toBe("14:05:11  #12  user.added  Ada Example · Acme Corp  fixtures/event.json\n");
});

test("an event of which nothing is known is a line without that", async () => {
  expect(await lineOf(eventNotice(added, { headline: [], file: undefined }))).toBe(
    "14:05:11  #1  user.added  not recorded\n",
  );
});

test("a name of any length leaves it one line that can be read", async () => {
  const view = await listenView("line", { width: () => Number.POSITIVE_INFINITY });
  const line = view(eventNotice(added, { headline: ["x".repeat(5_000)] })).out;
  expect(line).toBe(`14:05:11  #1  user.added  ${"x".repeat(119)}…  fixtures/event.json\n`);
});

test("what is worth a word stands in brackets", async () => {
  expect(await lineOf(eventNotice(added, { times: 2, headline: [] }))).toBe(
    "14:05:11  #1  user.added  (again, 2nd time)  fixtures/event.json\n",
  );
  expect(await lineOf(eventNotice("oops"))).toBe(
    "14:05:11  #1  invalid  (not JSON in valid UTF-8: recorded, answered 400)  fixtures/event.json\n",
  );
});

test("a delivery is a line with the number of its event", async () => {
  expect(await lineOf(deliveryNotice(answered(204), { number: 7 }))).toBe(
    "          #7  user.added → crm  204   12 ms\n",
  );
  expect(await lineOf(deliveryNotice(answered(500, "no such plan", 1_400)))).toBe(
    "          #1  user.added → crm  500   1.4 s   no such plan\n",
  );
});

test("what a command printed stands below its line, standard error last", async () => {
  const attempt = exited(3, { output: "reading\n", errorOutput: "no such plan\nat 7\n" });
  expect(await lineOf(deliveryNotice(attempt))).toBe(
    "          #1  user.added → crm  exit 3   50 ms\n            reading\n            no such plan\n            at 7\n",
  );
});

test("a command that printed nothing is one line", async () => {
  expect(await lineOf(deliveryNotice(exited(0)))).toBe("          #1  user.added → crm  exit 0   50 ms\n");
});

test("of much that a command printed the last lines are shown, and nothing that could steer a terminal", async () => {
  const output = `${"early\n".repeat(10)}1\n2\n3\n4\n5\n\u001b[2Jx\n`;
  const below = (await lineOf(deliveryNotice(exited(0, { output }))))?.split("\n").slice(1, -1);
  expect(below?.map((line) => line.trim())).toEqual([
    "… 10 more lines (-v shows them)",
    "1",
    "2",
    "3",
    "4",
    "5",
    "\\u001b[2Jx",
  ]);
});

test("what a command printed until its time was over is shown too, once", async () => {
  const said = { lastWords: "reading", printed: { output: "reading\n", errorOutput: "" } };
  const attempt = { outcome: "failed", reason: "timed out", detail: "not done", durationMs: 12, ...said } as const;
  expect(await lineOf(deliveryNotice(attempt))).toBe(
    "          #1  user.added → crm  failed after 12 ms   not done\n            reading\n",
  );
});

test("the whole answer of a handler that failed is shown below with -v, fit for a terminal", async () => {
  const notice = deliveryNotice(answered(500, '{"error":"no plan",\n"at":"\u009b2J"}'));
  const body = '            {"error":"no plan",\n            "at":"\\u009b2J"}\n';
  expect((await listenView("line", { verbose: true }))(notice).out).toContain(body);
});
