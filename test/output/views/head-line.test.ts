import { expect, test } from "vitest";
import { listenView } from "../../harness/listen-view.ts";
import { eventNotice } from "../../harness/notices.ts";

test.each([
  [60, "14:05:11  ● payment_instrument.changed  Acme Corpora…  276 B"],
  [80, "14:05:11  ● payment_instrument.changed  Acme Corporation of a long name    276 B"],
])("at %i columns the head line of an event with a long name ends at the edge", async (width, line) => {
  const event = { resource: { type: "PAYMENT_INSTRUMENT" }, resourceAction: "CHANGED" };
  const notice = eventNotice(JSON.stringify(event).padEnd(276), { headline: ["Acme Corporation of a long name"] });
  const view = await listenView("pretty", { width: () => width });
  expect(view(notice).out?.split("\n")[0]).toBe(line);
});
