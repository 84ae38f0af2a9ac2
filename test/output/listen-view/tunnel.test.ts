import { expect, test } from "vitest";
import { createTheme } from "../../../src/output/index.ts";
import type { TunnelNotice } from "../../../src/sessions/index.ts";
import { listenView } from "../../harness/listen-view.ts";
import { readyNotice } from "../../harness/notices.ts";

const trouble = {
  code: "NO_DNS",
  message: "No name can be looked up.",
  hint: "Go on without it.",
  output: ["last line"],
};
const url = "https://fare-write.trycloudflare.com/h/abc";

const said: readonly (readonly [TunnelNotice, string])[] = [
  [
    { kind: "tunnel", state: "opening", tunnel: "quick" },
    "Opening the tunnel (quick); its address is shown once it works.\n",
  ],
  [
    { kind: "tunnel", state: "lost" },
    "! tunnel lost: AppDirect's calls do not come through; it is being reconnected\n",
  ],
  [{ kind: "tunnel", state: "regained", afterMs: 7_400 }, "✓ tunnel back after 7.4 s, under the same address\n"],
  [{ kind: "tunnel", state: "slept", forMs: 90_000 }, "! this machine slept for 1 min 30 s; the tunnel reconnects\n"],
  [
    { kind: "tunnel", state: "retrying", trouble, inMs: 2_000 },
    "! No name can be looked up. Trying again in 2.0 s.\n  last line\n  Go on without it.\n",
  ],
  [{ kind: "tunnel", state: "warning", trouble }, "! No name can be looked up.\n  Go on without it.\n"],
  [
    { kind: "tunnel", state: "cleared", processId: 4711 },
    "Ended a tunnel that an earlier listen had to leave behind (process 4711).\n",
  ],
];

test.each(said)("of the tunnel it says %o", async (notice, text) => {
  expect((await listenView("pretty"))(notice)).toEqual({ err: text });
  expect((await listenView("line"))(notice)).toEqual({ err: text });
});

test("a new address stands alone on its line, below a line that cannot be missed", async () => {
  const { err = "" } = (await listenView("pretty"))({
    kind: "tunnel",
    state: "changed",
    url,
    before: "https://old/h/abc",
  });
  expect(err).toMatch(/^\n!!! The address has changed\. AppDirect still posts to the old one/);
  expect(err.split("\n")).toContain(url);
});

test("the address stands alone and undecorated, with colours too", async () => {
  const parts = { errTheme: await createTheme(1), errWidth: () => 60 };
  const { err = "" } = (await listenView("pretty", parts))(readyNotice({ url, tunnel: "quick", isOpen: true }));
  const lines = err.split("\n");
  const at = lines.indexOf(url);
  expect([lines[at - 1], lines[at + 1]]).toEqual(["", ""]);
  expect(err.replaceAll(/\s+/g, " ")).toContain("Settings > Integration > Webhooks");
});

test("who asks for nothing is told that everybody who knows the address can post", async () => {
  const view = await listenView("pretty");
  const open = view(readyNotice({ url, tunnel: "quick", isOpen: true })).err;
  const asking = view(readyNotice({ url, tunnel: "quick", isOpen: false, asksFor: "the token in x" })).err;
  expect([open?.includes("Whoever knows this address can post"), asking?.includes("Whoever")]).toEqual([true, false]);
  expect(asking).toContain("Authentication  with the token in x\n");
  expect(view(readyNotice()).err).not.toMatch(/Whoever|AppDirect/);
});

test("nothing that a tunnel's program says steers the terminal", async () => {
  const hostile = { code: "ENDED", message: "a\u001b[2Jb", output: ["c\u009bd"] };
  const { err } = (await listenView("pretty"))({ kind: "tunnel", state: "retrying", trouble: hostile, inMs: 0 });
  expect(err).not.toMatch(/[\u001b\u009b]/);
});

test("as JSON, what comes before ready is on stderr, and all else on stdout", async () => {
  const view = await listenView("json");
  const opening = view({ kind: "tunnel", state: "opening", tunnel: "quick" });
  expect(JSON.parse(opening.err ?? "")).toEqual({ type: "tunnel", state: "opening", tunnel: "quick" });
  expect(JSON.parse(view(readyNotice({ url, tunnel: "quick" })).out ?? "")).toMatchObject({
    type: "ready",
    url,
    tunnel: "quick",
  });
  const { code, message, hint, output } = trouble;
  const lines: [TunnelNotice, object][] = [
    [{ kind: "tunnel", state: "lost" }, {}],
    [{ kind: "tunnel", state: "regained", afterMs: 7.4 }, { ms: 7 }],
    [{ kind: "tunnel", state: "slept", forMs: 8 }, { ms: 8 }],
    [
      { kind: "tunnel", state: "changed", url, before: "https://old/" },
      { url, before: "https://old/" },
    ],
    [
      { kind: "tunnel", state: "retrying", trouble, inMs: 2_000 },
      { code, message, hint, output, ms: 2_000 },
    ],
    [
      { kind: "tunnel", state: "warning", trouble },
      { code, message, hint, output },
    ],
    [{ kind: "tunnel", state: "cleared", processId: 4711 }, { pid: 4711 }],
  ];
  expect(lines.map(([notice]) => JSON.parse(view(notice).out ?? ""))).toEqual(
    lines.map(([{ state }, facts]) => ({ type: "tunnel", state, ...facts })),
  );
});
