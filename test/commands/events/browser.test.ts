import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { describe, expect, test } from "vitest";
import { systemClock } from "../../../src/clock.ts";
import { openInBrowser } from "../../../src/commands/events/browser.ts";
import { eventually } from "../../harness/eventually.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { writeFiles } from "../../harness/write-files.ts";

const page = "https://developer.appdirect.com/webhooks";

/** A folder with programs that are shell scripts, and what they wrote to `asked` there. */
async function programs(scripts: Record<string, string>) {
  const folder = await temporaryFolder();
  for (const [name, script] of Object.entries(scripts)) {
    await writeFiles(folder, { [name]: `#!/bin/sh\n${script}\n` });
    await chmod(join(folder, name), 0o755);
  }
  const asked = () => readFile(join(folder, "asked"), "utf8").catch(() => "");
  return { folder, asked };
}

const stderr = (isTTY: boolean) => Object.assign(new PassThrough(), { isTTY });
const open = (env: Record<string, string>, { platform = "linux", isTTY = true } = {}) =>
  openInBrowser(page, { host: { env, platform, stderr: stderr(isTTY) }, clock: systemClock });

describe.skipIf(process.platform === "win32")("a stand-in for the browser", () => {
  test.each([
    ["linux", "xdg-open"],
    ["darwin", "open"],
  ])("on %s %s is given the address", async (platform, name) => {
    const { folder, asked } = await programs({ [name]: `echo "$@" > "$ASKED"` });
    const env = { PATH: `${folder}:/usr/bin:/bin`, DISPLAY: ":0", ASKED: join(folder, "asked") };
    expect(await open(env, { platform })).toBeUndefined();
    expect(await asked()).toBe(`${page}\n`);
  });

  test("BROWSER goes before it, needs no desktop, and may have arguments and others behind it", async () => {
    const { folder, asked } = await programs({ firefox: `echo "$@" > "$ASKED"`, "xdg-open": "exit 1" });
    const env = {
      PATH: `${folder}:/usr/bin:/bin`,
      ASKED: join(folder, "asked"),
      BROWSER: "not-installed:firefox --new %s now",
    };
    expect(await open(env)).toBeUndefined();
    expect(await asked()).toBe(`--new ${page} now\n`);
  });

  test("its secrets do not go with it", async () => {
    const { folder, asked } = await programs({ "xdg-open": `env > "$ASKED"` });
    const env = { PATH: `${folder}:/usr/bin:/bin`, DISPLAY: ":0", ASKED: join(folder, "asked") };
    expect(await open({ ...env, APPDIRECT_HOOKS_TOKEN: "a-secret-of-ours" })).toBeUndefined();
    expect(await eventually(async () => (await asked()) || undefined)).not.toContain("a-secret-of-ours");
  });

  test("one that fails is said, with how it ended", async () => {
    const { folder } = await programs({ "xdg-open": "exit 3" });
    expect(await open({ PATH: `${folder}:/usr/bin:/bin`, DISPLAY: ":0" })).toBe("xdg-open ended with 3");
  });
});

test("nothing is started where nobody would see it", async () => {
  const nothing = { PATH: "/nowhere" };
  expect(await open(nothing)).toBe("there is no desktop (neither DISPLAY nor WAYLAND_DISPLAY is set)");
  expect(await open({ ...nothing, DISPLAY: ":0" }, { isTTY: false })).toBe("this is not a terminal");
  expect(await open({ ...nothing, DISPLAY: ":0", CI: "true" })).toBe("CI is set");
  expect(await open({ ...nothing, WAYLAND_DISPLAY: "wayland-0" })).toBe("no program for it was found");
});
