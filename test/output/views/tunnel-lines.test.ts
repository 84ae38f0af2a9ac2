import { expect, test } from "vitest";
import { createTheme } from "../../../src/output/theme.ts";
import type { ViewSurroundings } from "../../../src/output/views/view.ts";
import type { Notice, ReadyNotice, TunnelNotice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { readyNotice } from "../../harness/notices.ts";

/** What is said of a tunnel; never on stdout, and the same in both forms for people. */
async function said(notice: Notice, different: Partial<ViewSurroundings> = {}): Promise<string> {
  const [pretty, line] = await Promise.all([listenView("pretty", different), listenView("line", different)]);
  const { out, err = "" } = pretty(notice);
  expect([out, line(notice)]).toEqual([undefined, { err }]);
  return err;
}

const url = "https://fare-write-waste-gadgets.trycloudflare.com/h/abc";
const trouble = { code: "X", message: "It is down.", hint: "Do this.", output: ["one", "two"] };

test.each<[TunnelNotice, string]>([
  [
    { kind: "tunnel", state: "opening", tunnel: "quick" },
    "Opening the tunnel (quick); its address is shown when it is ready.\n",
  ],
  [
    { kind: "tunnel", state: "fetching", version: "2026.8.2", bytes: 39_799_316, from: "github.com", into: "/c" },
    "Downloading cloudflared 2026.8.2 (38.0 MB) from github.com into /c\n",
  ],
  [
    { kind: "tunnel", state: "fetched", version: "2026.8.2", bytes: 39_799_316, afterMs: 1_400 },
    "✓ cloudflared 2026.8.2 is installed: 38.0 MB in 1.4 s, checked\n",
  ],
  [{ kind: "tunnel", state: "lost" }, "! tunnel lost: requests from AppDirect do not arrive; reconnecting\n"],
  [{ kind: "tunnel", state: "regained", afterMs: 1_400 }, "✓ tunnel back after 1.4 s, with the same address\n"],
  [{ kind: "tunnel", state: "slept", forMs: 125_000 }, "! this machine slept for 2 min 5 s; the tunnel reconnects\n"],
  [
    { kind: "tunnel", state: "changed", url, before: "https://old.trycloudflare.com/h/abc" },
    "\n!!! The address has changed. AppDirect still posts to the old one, which no longer works.\n" +
      `Enter this one in AppDirect under Settings > Integration > Webhooks:\n\n${url}\n\n`,
  ],
  [
    { kind: "tunnel", state: "changed", url, before: "https://old.example/h/abc", why: "listen did not run for 12 h" },
    "\n!!! The address has changed: listen did not run for 12 h. AppDirect still posts to the old one,\n  which no longer works.\n" +
      `Enter this one in AppDirect under Settings > Integration > Webhooks:\n\n${url}\n\n`,
  ],
  [
    {
      kind: "tunnel",
      state: "changed",
      url,
      before: "https://old.example/h/abc",
      toPaste: [{ label: "access token URI", value: `${url}/oauth2/token`, isCredential: false }],
    },
    "\n!!! The address has changed. AppDirect still posts to the old one, which no longer works.\n" +
      `Enter this one in AppDirect under Settings > Integration > Webhooks:\n\n${url}\n\n` +
      `The access token URI for AppDirect's form:\n${url}/oauth2/token\n\n`,
  ],
  [
    { kind: "tunnel", state: "resumed", refused: 3, afterMs: 1_400 },
    "✓ took over the kept tunnel; it refused 3 requests in the meantime. AppDirect resends them, at the\n  earliest after 5 minutes\n",
  ],
  [
    { kind: "tunnel", state: "resumed", refused: 1, afterMs: 1_400 },
    "✓ took over the kept tunnel; it refused 1 request in the meantime. AppDirect resends it, at the\n  earliest after 5 minutes\n",
  ],
  [
    { kind: "tunnel", state: "resumed", refused: 0, afterMs: 1_400 },
    "✓ took over the kept tunnel; no requests came in the meantime\n",
  ],
  [
    { kind: "tunnel", state: "ended", why: "it was opened with another --tunnel-protocol" },
    "! The kept tunnel was ended: it was opened with another --tunnel-protocol. AppDirect still posts\n  to its address, which no longer works.\n",
  ],
  [{ kind: "tunnel", state: "warning", trouble: { code: "X", message: "It is slow." } }, "! It is slow.\n"],
  [{ kind: "tunnel", state: "warning", trouble }, "! It is down.\n  Do this.\n"],
  [
    { kind: "tunnel", state: "retrying", trouble, inMs: 2_000 },
    "! It is down. Trying again in 2.0 s.\n  one\n  two\n  Do this.\n",
  ],
  [{ kind: "tunnel", state: "retrying", trouble: { code: "X", message: "It is down." }, inMs: 0 }, "! It is down.\n"],
  [
    { kind: "tunnel", state: "cleared", processId: 4711 },
    "Ended a tunnel that an earlier session left behind (process 4711).\n",
  ],
])("%j is said in words", async (notice, text) => {
  expect(await said(notice)).toBe(text);
});

/** Clears the screen, turns the text, leaves the line. */
const evil = "A\u001b[2J\u009b2J\u202eB\r\nC\u2028D";
const evilTrouble = { code: "X", message: evil, hint: evil, output: [evil] };

test.each<Notice>([
  { kind: "tunnel", state: "opening", tunnel: evil },
  { kind: "tunnel", state: "changed", url: evil, before: evil },
  { kind: "tunnel", state: "warning", trouble: evilTrouble },
  { kind: "tunnel", state: "retrying", trouble: evilTrouble, inMs: 1_000 },
  readyNotice({ tunnel: "quick", url: evil }),
])("$kind $state: nothing that steers a terminal gets through", async (notice) => {
  const shown = await said(notice);
  // oxlint-disable-next-line no-control-regex -- it is these that are looked for
  expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e]/);
  expect(shown).toContain("A\\u001b[2J\\u009b2J\\u202eB\\u000d\\nC\\u2028D");
});

const long = "word ".repeat(40).trim();
const longTrouble = { code: "X", message: long, hint: long };

test.each<TunnelNotice>([
  { kind: "tunnel", state: "opening", tunnel: "quick" },
  { kind: "tunnel", state: "lost" },
  { kind: "tunnel", state: "regained", afterMs: 125_000 },
  { kind: "tunnel", state: "slept", forMs: 125_000 },
  { kind: "tunnel", state: "changed", url, before: url },
  { kind: "tunnel", state: "warning", trouble: longTrouble },
  { kind: "tunnel", state: "retrying", trouble: longTrouble, inMs: 2_000 },
  { kind: "tunnel", state: "cleared", processId: 4711 },
])("$state: on a narrow terminal it is broken between words", async (notice) => {
  const narrow = await said(notice, { errWidth: () => 60 });
  expect(narrow.split("\n").filter((line) => line.length > 60)).toEqual([]);
  expect(narrow.split(/\s+/)).toEqual((await said(notice)).split(/\s+/));
});

test("an address is not broken, however narrow the terminal is", async () => {
  const changed: TunnelNotice = { kind: "tunnel", state: "changed", url, before: url };
  expect((await said(changed, { errWidth: () => 20 })).split("\n")).toContain(url);
});

const ready = (different: Partial<ReadyNotice> = {}) => readyNotice({ tunnel: "quick", url, ...different });

test("ready with a tunnel says what goes into AppDirect's form", async () => {
  expect((await said(ready({ asksFor: "the token in x-token" }))).split("\n")).toEqual([
    "listening   http://127.0.0.1:4747/",
    "tunnel      quick",
    "recording   fixtures",
    "auth        requires the token in x-token",
    "forwarding  nothing; add a handler with --forward-to",
    "",
    url,
    "",
    "Ready. Enter the address in AppDirect under Settings > Integration > Webhooks:",
    "  URL             the whole address above",
    "  Resource        one for each webhook, for example SUBSCRIPTION",
    "  Actions         for example ADDED, CHANGED, REMOVED",
    "  Authentication  the token in x-token",
    "",
    "Waiting for events. Press Ctrl-C to stop.",
    "",
    "",
  ]);
});

test("with colours too, the address stands alone on its line and has none", async () => {
  const colours = await createTheme(1);
  const parts = { outTheme: colours, errTheme: colours };
  const changed: TunnelNotice = { kind: "tunnel", state: "changed", url, before: url };
  for (const notice of [ready(), changed]) {
    const shown = await said(notice, parts);
    expect(shown).toContain("\u001b["); // there are colours
    expect(shown).toContain(`\n\n${url}\n\n`);
  }
});

const warning = "! Anyone who knows this address can post to it. Add --auth token to require a token.";

test("only where everybody can post to the address, ready warns of it", async () => {
  const open = (await said(ready({ isOpen: true }))).split("\n");
  expect(open.slice(open.indexOf("  Authentication  none"))).toEqual([
    "  Authentication  none",
    warning,
    "",
    "Waiting for events. Press Ctrl-C to stop.",
    "",
    "",
  ]);
  expect(await said(ready({ isOpen: false }))).not.toContain("Anyone who knows");
  expect(await said(ready({ isOpen: true, isWarnedOf: true }))).not.toContain("Anyone who knows");
});

test("without a tunnel, ready says nothing of an address for AppDirect", async () => {
  const shown = await said(readyNotice({ isOpen: true }));
  expect(shown).not.toMatch(/tunnel|Anyone|Settings|Authentication/);
});
