import { expect, test } from "vitest";
import { releasedFor } from "../../../../src/tunnel/cloudflared/program/release.ts";

/** As github.com/cloudflare/cloudflared/releases/tag/2026.8.2 tells them. */
test.each([
  ["linux", "x64", 39_799_316],
  ["linux", "arm64", 37_404_344],
  ["darwin", "x64", 21_116_242],
  ["darwin", "arm64", 19_214_189],
  ["win32", "x64", 54_893_480],
])("for %s on %s one is fetched, of %i bytes", (platform, architecture, bytes) => {
  expect(releasedFor({ platform, architecture })).toEqual({
    version: "2026.8.2",
    bytes,
    sha256: expect.stringMatching(/^[\da-f]{64}$/),
  });
});

test.each([
  ["linux", "arm"],
  ["linux", "ia32"],
  ["linux", "riscv64"],
  ["darwin", "ia32"],
  ["win32", "arm64"],
  ["win32", "ia32"],
  ["freebsd", "x64"],
])("for %s on %s none is", (platform, architecture) => {
  expect(releasedFor({ platform, architecture })).toBeUndefined();
});

test("no two machines have the same", () => {
  const machines = ["linux", "darwin", "win32"].flatMap((platform) =>
    ["x64", "arm64"].map((architecture) => ({ platform, architecture })),
  );
  const digests = machines.flatMap((machine) => releasedFor(machine)?.sha256 ?? []);
  expect(new Set(digests).size).toBe(5);
});
