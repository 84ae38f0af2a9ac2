import { expect, test } from "vitest";
import { urgentText, views } from "../../../src/output/index.ts";
import type { Notice } from "../../../src/sessions/index.ts";
import { viewSurroundings } from "../../harness/listen-view.ts";
import { endNotice, readyNotice, targetNamed } from "../../harness/notices.ts";

const trouble = { code: "X", message: "It is down." };

test.each<[boolean, Notice]>([
  [true, { kind: "unrecorded", event: "user.added", reason: "the disk is full", folder: "f" }],
  [true, { kind: "warning", about: "tracked by git", file: "a.json" }],
  [true, { kind: "tunnel", state: "lost" }],
  [true, { kind: "tunnel", state: "changed", url: "https://b.example.com", before: "https://a.example.com" }],
  [true, { kind: "tunnel", state: "retrying", trouble, inMs: 1 }],
  [false, { kind: "tunnel", state: "opening", tunnel: "quick" }],
  [false, { kind: "tunnel", state: "fetching", version: "1", bytes: 1, from: "example.com", into: "f" }],
  [false, { kind: "tunnel", state: "fetched", version: "1", bytes: 1, afterMs: 1 }],
  [false, { kind: "tunnel", state: "slept", forMs: 1 }],
  [false, { kind: "refused", reason: "no token", times: 1 }],
  [false, { kind: "waiting", target: targetNamed("crm") }],
  [false, { kind: "ending", deliveries: 1 }],
  [false, readyNotice()],
  [false, endNotice()],
])("it is %s that %j must not be missed", (urgent, notice) => {
  expect(urgentText("a line", notice)).toBe(urgent ? "a line" : undefined);
});

test("of what is ready only a secret that was made just now must not be missed", () => {
  const notice = readyNotice({ toPaste: [{ label: "token", value: "t0k3n", isCredential: true }] });
  expect(urgentText("asks for ...", notice)).toBe("\nThe token for AppDirect's form, saved for this project:\nt0k3n\n");
});

test("an address to be pasted may be missed", () => {
  const address = { label: "access token URI", value: "http://127.0.0.1:4747/oauth2/token", isCredential: false };
  const secret = { label: "client secret", value: "s3cret", isCredential: true };
  expect([
    urgentText("a line", readyNotice({ toPaste: [address] })),
    urgentText("a line", readyNotice({ toPaste: [address, secret] })),
  ]).toEqual([undefined, "\nThe client secret for AppDirect's form, saved for this project:\ns3cret\n"]);
});

test.each(["pretty", "line", "json"] as const)("%s tells its output what each text is about", async (form) => {
  const about: Notice[] = [];
  const output = { data: () => undefined, say: (_: string, notice: Notice) => void about.push(notice) };
  const lost: Notice = { kind: "tunnel", state: "lost" };
  (await views[form].load())(viewSurroundings(output)).show(lost);
  expect(about).toEqual([lost]);
});
