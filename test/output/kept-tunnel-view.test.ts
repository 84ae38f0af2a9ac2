import { expect, test } from "vitest";
import { keptTunnelLines, type ShownTunnel } from "../../src/output/kept-tunnel-view.ts";
import { createTheme } from "../../src/output/theme.ts";

const url = "https://fare-write-waste-gadgets.trycloudflare.com";
const now = new Date("2026-11-28T12:00:00Z");
const twelveHours = 12 * 3_600_000;
const tunnel = (root: string): ShownTunnel => ({
  record: { root, version: "0.1.0", url, holder: { processId: 4711 } },
  isOfThisProject: true,
  status: {
    version: "0.1.0",
    processId: 4711,
    folder: "",
    port: 4747,
    origin: "",
    reachedAt: "",
    state: "up",
    url,
    kind: "quick",
    settings: {},
    openedAt: "2026-11-28T09:50:00Z",
    idleSince: "2026-11-28T11:14:00Z",
    keepMs: twelveHours,
    refused: 3,
  },
  now,
});

test("the address stands alone on its line, and what is known of it in rows below", async () => {
  expect(keptTunnelLines(tunnel("/home/ada/shop"), await createTheme(0), 80).split("\n")).toEqual([
    url,
    "  tunnel   quick, up",
    "  project  /home/ada/shop (this one)",
    "  port     4747",
    "  opened   2 h 10 min ago, by appdirect-hooks 0.1.0",
    "  refused  3 requests since listen ended; AppDirect resends them",
    "  ends     in 11 h 14 min, unless listen runs again",
    "",
  ]);
});

test("the path of a project that does not fit beside its name stands below it, whole", async () => {
  const root = `/home/ada/${"deep/".repeat(8)}shop`; // 54 wide
  const lines = keptTunnelLines(tunnel(root), await createTheme(0), 60).split("\n");
  expect(lines.slice(2, 5)).toEqual(["  project", `      ${root}`, "      (this one)"]);
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
});
