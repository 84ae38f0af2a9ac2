import { chmod, mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { program } from "../../../src/doctor/checks/program.ts";
import { cacheFolder, type Machine } from "../../../src/tunnel/index.ts";
import { checkSurroundings, someMachine } from "../../harness/check-surroundings.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

async function place(file: string, mode = 0o755): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "");
  await chmod(file, mode);
  return file;
}

test("it tells whence the program is: PATH, our cache, or who named it", async () => {
  const folder = await temporaryFolder();
  const machine = await someMachine({ platform: "linux", env: { PATH: folder } });
  const inCache = await place(join(cacheFolder(machine), "cloudflared"));
  const judged = async () => (await program(await checkSurroundings({ machine })))[0]?.message;
  expect(await judged()).toBe(`${inCache} is in the cache of appdirect-hooks.`);
  const onPath = await place(join(folder, "cloudflared"));
  expect(await judged()).toBe(`${onPath} is the first on PATH.`);
  const options = { host: "", port: 0, isPortGiven: false, cloudflared: { file: inCache, named: "CLOUDFLARED_BIN" } };
  expect(await program(await checkSurroundings({ machine, options }))).toEqual([
    { state: "ok", message: `${inCache} (from CLOUDFLARED_BIN).` },
  ]);
});

const lines = async (machine: Partial<Machine>) => {
  const [found] = await program(await checkSurroundings({ machine }));
  expect(found?.state).toBe("failure");
  return found?.mend ?? [];
};

test("where there is none, how to install it stands first, and then that listen fetches it", async () => {
  const mend = await lines({ platform: "darwin", architecture: "arm64" });
  expect(mend.slice(0, 5)).toEqual([
    "Install it:",
    "  brew install cloudflared",
    "Or let listen download it:",
    "  appdirect-hooks listen --yes",
    "Or name it with --cloudflared. To listen without it:",
  ]);
});

test.each([
  ["linux", "x64", true],
  ["darwin", "x64", true],
  ["win32", "x64", true],
  ["win32", "arm64", false],
  ["linux", "arm", false],
  ["freebsd", "x64", false],
])("on %s with %s that listen fetches it is told: %s", async (platform, architecture, isTold) => {
  const mend = await lines({ platform, architecture });
  expect(mend.includes("  appdirect-hooks listen --yes")).toBe(isTold);
});

test("one that may not be run is fetched by nobody", async () => {
  const folder = await temporaryFolder();
  await place(join(folder, "cloudflared"), 0o644);
  const mend = await lines({ platform: "linux", architecture: "x64", env: { PATH: folder } });
  expect(mend.slice(0, 3)).toEqual([
    "Make it executable:",
    `  chmod +x '${folder}/cloudflared'`,
    "Or name it with --cloudflared. To listen without it:",
  ]);
});
