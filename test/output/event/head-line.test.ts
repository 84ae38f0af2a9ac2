import { expect, test } from "vitest";
import { fittedWords } from "../../../src/output/event/head-line.ts";
import { listenView } from "../../harness/listen-view.ts";
import { eventNotice } from "../../harness/notices.ts";

test.each([
  [60, "14:05:11  ● payment_instrument.changed  Acme Corporation of…"],
  [80, "14:05:11  ● payment_instrument.changed  Acme Corporation of a long name"],
])("at %i columns the head line of an event with a long name ends at the edge", async (width, line) => {
  const event = { resource: { type: "PAYMENT_INSTRUMENT" }, resourceAction: "CHANGED" };
  const notice = eventNotice(event, { headline: ["Acme Corporation of a long name"] });
  const view = await listenView("pretty", { width: () => width });
  expect(view(notice).out?.split("\n")[0]).toBe(line);
});

test.each([
  [["Acme Corp", "CRM Pro", "53.04 CAD"], 40, "Acme Corp · CRM Pro · 53.04 CAD"],
  [["A company of a long name", "CRM Pro", "53.04 CAD"], 40, "A company of a lo… · CRM Pro · 53.04 CAD"],
  [["A company of a long name", "A product of that", "53.04 CAD"], 40, "A company o… · A product o… · 53.04 CAD"],
  [["A company of a long name", "A product of that", "53.04 CAD"], 28, "A company o… · A product o…"],
  [["A company of a long name", "A product of that"], 20, "A company of a long…"],
  [[], 20, ""],
])("the words %j take %i characters: %s", (words, room, shown) => {
  expect(fittedWords(words, room)).toBe(shown);
});
