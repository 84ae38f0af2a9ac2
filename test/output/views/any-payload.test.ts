import {
  array,
  assert,
  asyncProperty,
  constant,
  constantFrom,
  dictionary,
  double,
  integer,
  letrec,
  oneof,
  record,
  string,
} from "fast-check";
import stringWidth from "fast-string-width";
import { expect, test } from "vitest";
import { describeEvent } from "../../../src/events/index.ts";
import { createTheme } from "../../../src/output/index.ts";
import { SessionMemory } from "../../../src/sessions/listen/telling/memory.ts";
import { listenView } from "../../harness/listen-view.ts";
import { eventNotice } from "../../harness/notices.ts";

const unit = constantFrom(..."aZ9 ·→\"'\\\n\t\u001b\u202e\u0301é株🎉", "👩‍👧", "🇨🇦", "word ");
const words = oneof(string({ unit, maxLength: 8 }), string({ unit, minLength: 40, maxLength: 200 }));
const numbers = oneof(constantFrom(-5, 0, 12.5, 1e21, 1e-9, 1_768_467_600_000), integer(), double());
const money = constantFrom("EUR", "JPY", "eur", "", "?", 5, null, { code: "EUR" });
const names = oneof(
  { weight: 3, arbitrary: constantFrom("name", "status", "type", "unit", "quantity", "price", "totalPrice") },
  { weight: 3, arbitrary: constantFrom("id", "href", "user", "company", "roles", "orderLines", "__proto__") },
  { weight: 1, arbitrary: words },
);

const { value } = letrec<{ value: unknown }>((tie) => ({
  value: oneof(
    { maxDepth: 4, depthSize: "small" },
    words,
    numbers,
    constantFrom(null, true),
    array(tie("value"), { maxLength: 6 }),
    dictionary(names, tie("value"), { maxKeys: 6 }),
  ),
}));

const lines = array(
  oneof(
    value,
    record({
      type: constantFrom("ITEM", "TAX", 5),
      unit: words,
      quantity: numbers,
      price: numbers,
      totalPrice: numbers,
    }),
  ),
  { maxLength: 30 },
);
const contents = oneof(
  value,
  record(
    {
      name: value,
      status: words,
      currency: money,
      totalPrice: numbers,
      orderLines: oneof(lines, value),
      user: value,
      company: value,
      roles: array(words, { maxLength: 40 }),
    },
    { requiredKeys: [] },
  ),
);
const types = constantFrom("COMPANY", "ORDER", "SUBSCRIPTION", "MEMBERSHIP", "INVOICE", "WIDGET");
const webhooks = record({
  resource: record({ type: types, uuid: constant("u-1"), content: contents }, { requiredKeys: ["type", "uuid"] }),
  resourceAction: constantFrom("ADDED", "CHANGED", "REMOVED", "EXPLODED"),
});
const payloads = oneof({ weight: 4, arbitrary: webhooks }, { weight: 1, arbitrary: value });

/** What came twice in a row, the second time as a change of the first. */
function told(bodies: readonly unknown[]) {
  const memory = new SessionMemory();
  return bodies.map((body) => {
    const text = JSON.stringify(body) ?? "null";
    const notice = eventNotice(text, { headers: [["user-agent", "x".repeat(100)]] });
    const known = describeEvent(notice.shown);
    const { receivedAt: at, shownText } = notice;
    const changes = memory.changesIn(known, { at, bytes: text.length, text: shownText });
    return { ...notice, headline: memory.headline(known), names: memory.namesIn(known), changes };
  });
}

const forms = (["pretty", "line"] as const).flatMap((form) =>
  [20, 60, 80, Infinity].flatMap((width) => [false, true].map((verbose) => ({ form, width, verbose }))),
);

test.each(forms)("$form at $width columns (verbose: $verbose) shows any payload", async ({ form, width, verbose }) => {
  const different = { width: () => width, errWidth: () => width, verbose };
  const outTheme = await createTheme(1);
  await assert(
    asyncProperty(payloads, payloads, async (first, second) => {
      const [plain, coloured] = [await listenView(form, different), await listenView(form, { ...different, outTheme })];
      for (const notice of told([first, second])) {
        const { out = "" } = plain(notice);
        if (width >= 60) expect(out.split("\n").filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(coloured(notice).out?.replaceAll(/\u001b\[\d+m/g, "")).toBe(out);
      }
    }),
    { numRuns: 12 },
  );
});

test("a payload of a hundred levels fits as well", async () => {
  const levels = 100;
  const deep = `${'{"name":['.repeat(levels)}"${"word ".repeat(30)}"${"]}".repeat(levels)}`;
  const { out = "" } = (await listenView("pretty", { width: () => 60, verbose: true }))(eventNotice(deep));
  expect(out).toContain("word");
  expect(out.split("\n").filter((line) => stringWidth(line) > 60)).toEqual([]);
});

test("a long header loses no character to its colour", async () => {
  const notice = eventNotice({}, { headers: [["user-agent", "x".repeat(100)]] });
  const outTheme = await createTheme(1);
  const { out = "" } = (await listenView("pretty", { width: () => 60, verbose: true, outTheme }))(notice);
  const line = out
    .replaceAll(/\u001b\[\d+m/g, "")
    .split("\n")
    .find((one) => one.includes("user-agent"));
  expect(line).toBe(`            user-agent: ${"x".repeat(35)}…`);
});
