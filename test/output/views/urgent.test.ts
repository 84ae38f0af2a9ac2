import { expect, test } from "vitest";
import { views, type FormatName } from "../../../src/output/index.ts";
import type { Notice } from "../../../src/sessions/index.ts";
import { viewParts } from "../../harness/listen-view.ts";
import { endNotice, readyNotice, targetNamed } from "../../harness/notices.ts";

/** Whether what a view says of a notice is said to who wants the events alone, too. */
async function isUrgent(form: FormatName, notice: Notice): Promise<boolean[]> {
  const said: boolean[] = [];
  const output = { data: () => undefined, say: (_: string, { urgent }: { urgent: boolean }) => void said.push(urgent) };
  (await views[form].load())(viewParts(output)).show(notice);
  return said;
}

const trouble = { code: "X", message: "It is down." };

test.each<[boolean, Notice]>([
  [true, { kind: "unrecorded", event: "user.added", reason: "the disk is full", folder: "f" }],
  [true, { kind: "warning", about: "tracked by git", file: "a.json" }],
  [true, { kind: "tunnel", state: "lost" }],
  [true, { kind: "tunnel", state: "changed", url: "https://b.example.com", before: "https://a.example.com" }],
  [true, { kind: "tunnel", state: "retrying", trouble, inMs: 1 }],
  [false, { kind: "tunnel", state: "opening", tunnel: "quick" }],
  [false, { kind: "tunnel", state: "slept", forMs: 1 }],
  [false, { kind: "refused", reason: "no token", times: 1 }],
  [false, { kind: "waiting", target: targetNamed("crm") }],
  [false, readyNotice()],
  [false, endNotice()],
])("it is %s that %j must not be missed", async (urgent, notice) => {
  expect([await isUrgent("pretty", notice), await isUrgent("line", notice)]).toEqual([[urgent], [urgent]]);
});
