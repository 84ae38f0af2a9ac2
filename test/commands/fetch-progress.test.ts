import { expect, test } from "vitest";
import { FetchProgress } from "../../src/commands/listen/fetch-progress.ts";
import { systemHost } from "../../src/host.ts";
import { fakeTerminal } from "../harness/fake-terminal.ts";
import { manualClock } from "../harness/manual-clock.ts";

const megabyte = 1024 * 1024;
const released = { version: "2026.8.2", bytes: 3 * megabyte, sha256: "" };

async function opened({ isTTY = false, isJson = false, quiet = false } = {}) {
  const { terminal, stderr, said } = fakeTerminal({ isTTY, quiet });
  const clock = manualClock();
  const host = { ...systemHost(), stderr };
  const progress = await FetchProgress.open(released, { host, clock, terminal, isJson });
  return { clock, progress, said };
}

/** So much came, and again so many seconds later, until all is there. */
async function shown(options: Parameters<typeof opened>[0]) {
  const { clock, progress, said } = await opened(options);
  for (const [seconds, megabytes] of [
    [0, 0],
    [9, 0.5],
    [1, 1],
    [5, 1.2],
    [5, 2],
    [9, 2.5],
    [1, 3],
  ] as const) {
    await clock.advance(seconds * 1_000);
    progress.show(megabytes * megabyte);
  }
  progress.close();
  progress.close();
  return said();
}

test("outside a terminal there is a line every 10 s", async () => {
  expect(await shown({})).toBe(
    [1, 2, 3].map((megabytes) => `Downloading cloudflared 2026.8.2: ${megabytes}.0 of 3.0 MB\n`).join(""),
  );
});

test.each([{ isJson: true }, { isJson: true, isTTY: true }, { quiet: true }])(
  "with %j there is none",
  async (options) => {
    expect(await shown(options)).toBe("");
  },
);
