import { expect, test } from "vitest";
import type { EventNotice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { eventNotice } from "../../harness/notices.ts";

const changed = { resource: { type: "USER", uuid: "u1", content: { status: 7 } }, resourceAction: "CHANGED" };

async function secondLine(notice: EventNotice, width = 120): Promise<string | undefined> {
  const view = await listenView("pretty", { width: () => width });
  return view(notice).out?.split("\n")[1];
}

test("an event that is not as documented gets one line: the first place, and how many there are", async () => {
  const firstIssue: EventNotice["firstIssue"] = {
    severity: "error",
    kind: "wrong value",
    path: "resource.content.status",
    found: "the number 7",
    documented: "one of ACTIVE, INACTIVE",
  };
  const told = "resource.content.status: found the number 7; documented: one of ACTIVE, INACTIVE.";
  expect(await secondLine(eventNotice(changed, { issues: 1, firstIssue }))).toBe(
    `          not as documented, 1 issue: ${told}`,
  );
  expect(await secondLine(eventNotice(changed, { issues: 3, firstIssue }), 60)).toBe(
    "          not as documented, 3 issues: resource.content.sta…",
  );
  const longName = eventNotice(changed, { issues: 1, firstIssue: { ...firstIssue, path: "k".repeat(5_000) } });
  expect(await secondLine(longName, 1_000)).toContain(`1 issue: ${"k".repeat(300)}…: found the number 7`);
  const gadget = { resource: { type: "GADGET", uuid: "1" }, resourceAction: "ADDED" };
  expect(await secondLine(eventNotice(gadget, { issues: 1, firstIssue }))).not.toContain("not as documented");
});
