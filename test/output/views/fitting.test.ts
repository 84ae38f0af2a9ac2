import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import type { Attempt } from "../../../src/delivery/index.ts";
import { describeEvent, eventNames } from "../../../src/events/index.ts";
import { type EventName, sample } from "../../../src/index.ts";
import type { EventNotice, Notice } from "../../../src/sessions/index.ts";
import { SessionMemory } from "../../../src/sessions/listen/telling/memory.ts";
import { createTheme } from "../../../src/output/index.ts";
import { answered, exited } from "../../harness/attempts.ts";
import { listenView } from "../../harness/listen-view.ts";
import { deliveryNotice, eventNotice, targetNamed } from "../../harness/notices.ts";

const id = "429afed8";
const uuid = `${id}-0001-4000-8000-000000000001`;
const fileOf = (event: string) => `fixtures/${event}/20261123T140511123Z-${id}.json`;

/** Every event, twice: as the first of its resource, and as one that changed. */
const events = eventNames.map((name) => {
  const memory = new SessionMemory();
  const payload = sample(name as EventName, { seed: 7 });
  const first = told(name, payload, memory);
  const again = told(name, edited(payload), memory);
  return { name, notices: [first, again] };
});

function told(name: string, payload: object, memory: SessionMemory): EventNotice {
  const notice = eventNotice(payload, { file: fileOf(name) });
  const known = describeEvent(notice.shown);
  const headline = memory.headline(known);
  const { receivedAt: at, shownText: text } = notice;
  return {
    ...notice,
    headline,
    names: memory.namesIn(known),
    changes: memory.changesIn(known, { at, bytes: 1_000, text }),
  };
}

/** Every word another, most of them long. */
function edited(payload: object): object {
  const text = JSON.stringify(payload, (key, value: unknown) =>
    typeof value === "string" && !/^(type|uuid|id|resourceAction)$/.test(key) ? `${value} ${"x".repeat(50)}` : value,
  );
  return JSON.parse(text) as object;
}

const said = "the database is closed, and nobody knows when it opens again: see the log of the CRM";
const long = "http://crm.internal.example:4001/a/path/of/several/parts/hooks";
const failed = (reason: "refused" | "timed out", detail: string): Attempt => ({
  outcome: "failed",
  reason,
  detail,
  durationMs: 10_000,
});

const outcomes: [string, Attempt][] = [
  ["accepted", answered(200)],
  ["accepted with an answer", answered(200, JSON.stringify({ received: said }))],
  ["rejected", answered(500, JSON.stringify({ error: said }), 104)],
  ["rejected with a word that is too long", answered(500, "x".repeat(300), 104)],
  ["redirected", answered(302, "", 12, { location: long })],
  ["refused", failed("refused", "nothing listens on crm.internal.example:4001")],
  ["timed out", failed("timed out", "no answer within 30 s")],
  ["a command that failed", exited(3, { output: `${said}\n${"x".repeat(100)}\n`, errorOutput: said })],
  ["a command that printed nothing", exited(0)],
];

const targets = [targetNamed("crm"), targetNamed(long, long)];

async function widest(form: "pretty" | "line", notices: readonly Notice[], width: number, verbose: boolean) {
  const view = await listenView(form, { width: () => width, errWidth: () => width, verbose });
  const lines = notices.flatMap((notice) => (view(notice).out ?? "").split("\n"));
  // An address in a command to paste is never shortened.
  return lines.filter((line) => stringWidth(line) > width && !line.trim().startsWith(`--to ${long}`));
}

const forms = (["pretty", "line"] as const).flatMap((form) =>
  [60, 80].flatMap((width) => [false, true].map((verbose) => ({ form, width, verbose }))),
);

test.each(forms)(
  "$form at $width columns (verbose: $verbose): no event is wrapped",
  async ({ form, width, verbose }) => {
    for (const { name, notices } of events)
      expect([name, await widest(form, notices, width, verbose)]).toEqual([name, []]);
  },
);

test.each(forms)(
  "$form at $width columns (verbose: $verbose): no outcome is wrapped",
  async ({ form, width, verbose }) => {
    for (const [outcome, attempt] of outcomes)
      for (const target of targets)
        for (const number of [0, 12]) {
          const facts = {
            number,
            event: "payment_instrument.changed",
            uuid,
            file: fileOf("payment_instrument.changed"),
            target,
          };
          expect([outcome, await widest(form, [deliveryNotice(attempt, facts)], width, verbose)]).toEqual([
            outcome,
            [],
          ]);
        }
  },
);

test.each([60, 80])("at %i columns an event with one delivery takes seven lines at most", async (width) => {
  const view = await listenView("pretty", { width: () => width });
  for (const { name, notices } of events)
    for (const notice of notices) {
      const shown = (view(notice).out ?? "") + (view(deliveryNotice(answered(200), { event: name })).out ?? "");
      const lines = shown.split("\n").length - 1;
      const isMisfit = notice.firstIssue !== undefined;
      expect([name, lines]).toEqual([name, isMisfit ? lines : Math.min(lines, 7)]);
    }
});

test.each([false, true])("colours change no character (verbose: %s)", async (verbose) => {
  const notices = [
    ...events.flatMap(({ notices: both }) => both),
    ...outcomes.map(([, attempt]) => deliveryNotice(attempt, { uuid, file: fileOf("user.added") })),
  ];
  const outTheme = await createTheme(1);
  const [plain, coloured] = [
    await listenView("pretty", { width: () => 80, verbose }),
    await listenView("pretty", { width: () => 80, verbose, outTheme }),
  ];
  for (const notice of notices) expect(coloured(notice).out?.replaceAll(/\u001b\[\d+m/g, "")).toBe(plain(notice).out);
});
