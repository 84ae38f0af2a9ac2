import { expect, test } from "vitest";
import type { EventNotice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { eventNotice } from "../../harness/notices.ts";

const changed = { resource: { type: "USER", uuid: "u1", content: { status: 7 } }, resourceAction: "CHANGED" };

async function remark(notice: EventNotice, width = 120): Promise<string[]> {
  const view = await listenView("pretty", { width: () => width });
  const lines = view(notice).out?.split("\n") ?? [];
  return lines.slice(1, -3).map((line) => line.slice(10));
}

test("an event that is not as documented says its first place, and how many there are, in three lines at most", async () => {
  const firstIssue: EventNotice["firstIssue"] = {
    severity: "error",
    kind: "wrong value",
    path: "resource.content.status",
    found: "the number 7",
    documented: "one of ACTIVE, INACTIVE",
  };
  const said = "resource.content.status: found the number 7; documented: one of ACTIVE, INACTIVE.";
  expect(await remark(eventNotice(changed, { issues: 1, firstIssue }))).toEqual([
    `not as documented, 1 issue: ${said}`,
  ]);
  expect(await remark(eventNotice(changed, { issues: 3, firstIssue }), 60)).toEqual([
    "not as documented, 3 issues:",
    "resource.content.status: found the number 7;",
    "documented: one of ACTIVE, INACTIVE.",
  ]);
  const longName = eventNotice(changed, { issues: 1, firstIssue: { ...firstIssue, path: "k".repeat(5_000) } });
  expect((await remark(longName))[0]).toBe(
    `not as documented, 1 issue: …${"k".repeat(47)}: found the number 7; documented:`,
  );
  const gadget = { resource: { type: "GADGET", uuid: "1" }, resourceAction: "ADDED" };
  expect((await remark(eventNotice(gadget, { issues: 1, firstIssue }))).join()).not.toContain("not as documented");
});
