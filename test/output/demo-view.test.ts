import { expect, test } from "vitest";
import { demoEnding, demoJsonView, demoView, plainTheme, views } from "../../src/output/index.ts";
import type { DemoNotice } from "../../src/sessions/demo/index.ts";
import { keepingOutput, listenView, viewSurroundings, type Written } from "../harness/listen-view.ts";
import { answered } from "../harness/attempts.ts";
import { endNotice, eventNotice, readyNotice } from "../harness/notices.ts";

const handler = "http://127.0.0.1:4001/crm";
const at = { handler, timeScale: 1_000 };

/** The marketplace tried an event for the so-manieth time. */
function attemptNotice(
  number: number,
  status: number,
  again?: { inMs: number; hereMs: number },
): Extract<DemoNotice, { kind: "attempt" }> {
  const delivered = status === 200;
  const logged = {
    number,
    at: "2026-11-23T14:05:11.123Z",
    ms: 12,
    delivered,
    status,
    ...(!delivered && { reason: `${status}` }),
  };
  const webhook = { id: "crm", url: "http://127.0.0.1:4747/", events: "*" };
  const known = { kind: "attempt", entry: "e1", event: "order.added", uuid: "u1", webhook, logged } as const;
  return { kind: "attempt", notice: { ...known, attempt: answered(status), ...(again && { again }) } };
}

const fiveMinutes = { inMs: 300_000, hereMs: 300 };

/** What a demo's view makes of a notice. */
async function view(width = 200): Promise<(notice: DemoNotice) => Written> {
  const { output, take } = keepingOutput();
  const lines = (await views.line.load())(viewSurroundings(output));
  const demo = demoView({
    output: { ...output, say: (text) => output.say(text, readyNotice()) },
    theme: plainTheme,
    listenView: lines,
    width: () => width,
  });
  return (notice) => {
    demo.show(notice);
    return take();
  };
}

const result = {
  sent: 6,
  delivered: 6,
  attempts: 8,
  replayed: true,
  crm: { companies: ["Acme Corp"], contacts: ["Ada Example"], deals: ["CRM Pro · ACTIVE"] },
  interrupted: false,
};
const ending = { theme: plainTheme, program: "npx appdirect-hooks", folder: "/tmp/demo-1", width: 80 };

test.each(["listening", "purchase", "retry", "replay"] as const)(
  "the step %s has a heading and a sentence",
  async (step) => {
    const { out, err } = (await view())({ kind: "step", step, ...at });
    expect([out, err]).toEqual([undefined, expect.stringMatching(/^\n[A-Z].+\n[A-Z].+\.\n\n$/)]);
  },
);

test("the handler is named by its address", async () => {
  expect((await view())({ kind: "step", step: "listening", ...at }).err).toContain(handler);
});

test("the listener speaks for itself, but for its beginning and end", async () => {
  const show = await view();
  const event = eventNotice("oops");
  expect(show({ kind: "listener", notice: event })).toEqual((await listenView("line"))(event));
  expect(show({ kind: "listener", notice: readyNotice() })).toEqual({});
  expect(show({ kind: "listener", notice: endNotice() })).toEqual({});
});

test("what the handler did stands below the event, and steers no terminal", async () => {
  expect((await view())({ kind: "handler", did: "new company: Acme\u001b[2J" }).out).toBe(
    "            crm: new company: Acme\\u001b[2J\n",
  );
});

test("a failed attempt names its answer, AppDirect's wait and how long that is here", async () => {
  const show = await view();
  expect(show(attemptNotice(1, 503, fiveMinutes)).out).toBe(
    "          marketplace: 503, again in 5 min (here 0.3 s)\n",
  );
  expect(show(attemptNotice(6, 503, { inMs: 7_200_000, hereMs: 7_200 })).out).toBe(
    "          marketplace: 503, again in 2 h (here 7.2 s)\n",
  );
  expect(show(attemptNotice(11, 503)).out).toBe("          marketplace: 503, given up\n");
});

test("a delivery is said only where others came before it", async () => {
  const show = await view();
  expect(show(attemptNotice(1, 200)).out ?? "").toBe("");
  expect(show(attemptNotice(3, 200)).out).toBe("          marketplace: delivered at the 3rd attempt\n");
});

test("for programs, each attempt is a line with its number, status and wait", async () => {
  const { output, take } = keepingOutput();
  const listenLines = (await views.json.load())(viewSurroundings(output));
  const { show } = demoJsonView({ output: { ...output, say: () => undefined }, listenView: listenLines });
  show(attemptNotice(1, 503, fiveMinutes));
  const failed = take().out ?? "";
  show(attemptNotice(2, 200));
  const known = { type: "attempt", event: "order.added", uuid: "u1", ms: 12 };
  expect([failed, take().out ?? ""].map((line) => JSON.parse(line))).toEqual([
    { ...known, number: 1, delivered: false, status: 503, reason: "503", waitMs: 300_000, hereMs: 300 },
    { ...known, number: 2, delivered: true, status: 200 },
  ]);
});

test("how much faster the marketplace tries again is said", async () => {
  expect((await view())({ kind: "step", step: "retry", ...at }).err).toContain("1,000 times faster");
});

test("sentences are broken at words, and what the handler did is cut where it does not fit", async () => {
  const show = await view(40);
  const { err = "" } = show({ kind: "step", step: "replay", ...at });
  expect(err).toContain("\nReplay the same bytes as often as you\n");
  expect(show({ kind: "handler", did: "new deal: Acme Corp · CRM Pro" }).out).toBe(
    "            crm: new deal: Acme Corp · …\n",
  );
});

test("what was sent again is named, and its delivery stands below", async () => {
  const notice = {
    kind: "replayed",
    number: 1,
    name: "a.json",
    event: "order.added",
    target: "crm",
    attempt: answered(200),
    attempts: 1,
  } as const;
  expect((await view())({ kind: "replayed", notice }).out).toBe(
    "          resent  a.json\n          → crm        200   12 ms\n",
  );
});

test("the end sums up, and names three commands to type next", () => {
  expect(demoEnding(result, ending)).toBe(
    [
      "",
      "Done",
      "  sent         6 events, 6 delivered to the CRM in 8 attempts, 1 resent",
      "  the CRM has  Acme Corp",
      "               Ada Example",
      "               CRM Pro · ACTIVE",
      "  recorded in  /tmp/demo-1",
      "",
      "Next",
      "  npx appdirect-hooks listen 3000 --no-tunnel",
      "    the same with your own handler on port 3000",
      "  npx appdirect-hooks replay /tmp/demo-1 --to 3000 --dry-run",
      "    the recorded events as curl commands",
      "  npx appdirect-hooks generate --scenario purchase",
      "    the payloads of a purchase",
      "",
    ].join("\n"),
  );
});

test("a folder with a space is one word of the command", () => {
  expect(demoEnding(result, { ...ending, folder: "C:\\Users\\Ada Example\\demo-1" })).toContain(
    '  npx appdirect-hooks replay "C:\\Users\\Ada Example\\demo-1" --to 3000 --dry-run\n',
  );
});
