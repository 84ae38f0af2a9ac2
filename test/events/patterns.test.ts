import { expect, test } from "vitest";
import { everyEvent, parsePatterns } from "../../src/events/index.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import { refusal } from "../harness/refusal.ts";
import { eventNames } from "../../src/events/names.ts";

/** Which of these events a pattern lets through. */
const candidates = [
  "subscription.added",
  "subscription.removed",
  "order.changed",
  "user.removed",
  "sales_lead.added",
  "parcel.added",
  "unknown",
  "invalid",
];
const matched = (text: string) => candidates.filter(parsePatterns(text).matches).join(" ");

test.each([
  ["subscription.*", "subscription.added subscription.removed"],
  ["subscription", "subscription.added subscription.removed"],
  ["*.removed", "subscription.removed user.removed"],
  ["*.added", "subscription.added sales_lead.added parcel.added"],
  ["order.changed,user", "order.changed user.removed"],
  [" Order.CHANGED , USER ", "order.changed user.removed"],
  ["subscription,!subscription.removed", "subscription.added"],
  ["!subscription.removed,subscription", "subscription.added"],
  ["!*.added,!unknown", "subscription.removed order.changed user.removed invalid"],
  ["! user", "subscription.added subscription.removed order.changed sales_lead.added parcel.added unknown invalid"],
  ["unknown", "parcel.added unknown"],
  ["invalid", "invalid"],
  ["lead.added", "sales_lead.added"],
  ["*", candidates.join(" ")],
  ["*.*", candidates.join(" ")],
])("the pattern %s matches: %s", (text, expected) => {
  expect(matched(text)).toBe(expected);
});

test("every documented event and every resource can be named", () => {
  for (const name of eventNames) {
    expect(eventNames.filter(parsePatterns(name).matches)).toEqual([name]);
    const resource = name.split(".")[0] ?? "";
    expect(parsePatterns(resource).matches(name)).toBe(true);
  }
});

test("patterns keep the text they were written as", () => {
  expect(parsePatterns(" subscription.*, !order ").text).toBe("subscription.*, !order");
  expect(everyEvent.text).toBe("*");
  expect(everyEvent.matches("invalid")).toBe(true);
});

test.each([
  ["subscription.deleted", "Did you mean subscription.removed? Actions of subscription: added, changed, removed."],
  ["app-assignment", "Did you mean app_assignment? Actions of app_assignment: added, changed, removed."],
  ["Sales Lead.created", "Did you mean sales_lead.added? Actions of sales_lead: added, changed, removed."],
  ["order.updated", "Did you mean order.changed? Actions of order: added, changed, removed."],
  ["staging_product.removed", "Actions of staging_product: added, changed."],
  ["subscripton.added", "Did you mean subscription.added? Resources: user, company,"],
  ["userr", "Did you mean user? Resources: user, company,"],
  ["removed", "Did you mean *.removed?"],
  ["*.delete", "Did you mean *.removed? Actions: added, changed, removed."],
  ["foo.bar", "Resources: user, company, membership, subscription, order, invoice, app_assignment,"],
])("%s matches no event and is answered: %s", (text, hint) => {
  const error = refusal(() => parsePatterns(`user,!${text}`));
  expect(error.code).toBe("UNKNOWN_EVENT");
  expect(error.message).toBe(`No event matches "!${text}".`);
  expect(error.hint).toContain(hint);
});

test.each(["sub*.added", "user.*.added", "user.", ".added", "..", "unknown.added", "__proto__", "constructor.added"])(
  "%s is no pattern",
  (text) => {
    expect(refusal(() => parsePatterns(text)).message).toBe(noSuchEvent(text, "").message);
  },
);

test.each(["", "  ", "!", "user,", ",user", "user,,order"])("an empty pattern in '%s' is a mistake", (text) => {
  const error = refusal(() => parsePatterns(text));
  expect(error.code).toBe("UNKNOWN_EVENT");
  expect(error.message).toBe(`An event pattern is empty in "${text}".`);
  expect(error.hint).toBe(
    "Use, for example, subscription.*, *.removed or !user.changed, with single commas between them.",
  );
});

test.each([
  "user,!user",
  "*,!*.*",
  "!*",
  "user.added,!*.added",
  "unknown,!unknown",
  "user,!user.added,!user.changed,!user.removed",
])("%s leaves no event over", (text) => {
  expect(refusal(() => parsePatterns(text))).toMatchObject({
    code: "UNKNOWN_EVENT",
    message: `"${text}" excludes every event.`,
    hint: "A pattern with ! removes events from all the other patterns, in any order.",
  });
});

test("a pattern of 100,000 characters is refused quickly and does not throw anything else", () => {
  expect(refusal(() => parsePatterns("x".repeat(100_000))).code).toBe("UNKNOWN_EVENT");
});
