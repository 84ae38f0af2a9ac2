import { chmod, mkdir, writeFile } from "node:fs/promises";
import { delimiter, dirname, join } from "node:path";
import { expect, test } from "vitest";
import type { Machine } from "../../../../src/tunnel/index.ts";
import { findCloudflared, lacksCloudflared } from "../../../../src/tunnel/cloudflared/program/program.ts";
import { programMissing } from "../../../../src/tunnel/sentences.ts";
import { rejection } from "../../../harness/rejection.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

/** A machine with these folders on its PATH, and a home in `home`. */
function machineWith(folders: readonly string[], home: string, rest: Partial<Machine> = {}): Machine {
  const env = { PATH: folders.join(delimiter) };
  return { env, platform: "linux", architecture: "x64", homeFolder: home, processId: 1, signal() {}, ...rest };
}

async function place(file: string, mode = 0o755): Promise<string> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, "#!/bin/sh\n");
  await chmod(file, mode);
  return file;
}

const cached = (home: string) => join(home, ".cache", "appdirect-hooks", "cloudflared", "cloudflared");

test("the one that was asked for goes before the one on PATH, and that before the one in our cache", async () => {
  const root = await temporaryFolder();
  const asked = await place(join(root, "asked", "another name"));
  const onPath = await place(join(root, "bin", "cloudflared"));
  const inCache = await place(cached(root));
  const [with_, without] = [machineWith([join(root, "bin")], root), machineWith([], root)];
  const found = [findCloudflared(asked, with_), findCloudflared(undefined, with_), findCloudflared(undefined, without)];
  expect(await Promise.all(found)).toEqual([asked, onPath, inCache]);
});

test("the first on PATH is taken, also from a folder with spaces", async () => {
  const root = await temporaryFolder();
  const folders = ["none here", "my programs", "later"].map((name) => join(root, name));
  await place(join(root, "later", "cloudflared"));
  const first = await place(join(root, "my programs", "cloudflared"));
  expect(await findCloudflared(undefined, machineWith(folders, root))).toBe(first);
});

test("one that may not be run, and a folder of that name, are passed over for a later one", async () => {
  const root = await temporaryFolder();
  await place(join(root, "a", "cloudflared"), 0o644);
  await mkdir(join(root, "b", "cloudflared"), { recursive: true });
  const usable = await place(join(root, "c", "cloudflared"));
  const folders = ["a", "b", "c"].map((name) => join(root, name));
  expect(await findCloudflared(undefined, machineWith(folders, root))).toBe(usable);
});

test("one that may not be run is named where there is no other", async () => {
  const root = await temporaryFolder();
  const file = await place(join(root, "my programs", "cloudflared"), 0o644);
  const { code, message, hint } = await rejection(findCloudflared(undefined, machineWith([dirname(file)], root)));
  expect([code, message]).toEqual([
    "TUNNEL_PROGRAM_MISSING",
    `cloudflared is at ${file}, but this user may not run it.`,
  ]);
  expect(hint?.split("\n").slice(0, 2)).toEqual(["Make it executable:", `  chmod +x '${file}'`]);
});

test("one that was asked for and is not there, or may not be run, is not replaced by another", async () => {
  const root = await temporaryFolder();
  await place(join(root, "bin", "cloudflared"));
  const machine = machineWith([join(root, "bin")], root);
  const asked = [join(root, "gone"), join(root, "bin"), await place(join(root, "text"), 0o644)];
  const errors = await Promise.all(asked.map((file) => rejection(findCloudflared(file, machine))));
  expect(errors.map(({ code, message }) => [code, message])).toEqual([
    ["TUNNEL_PROGRAM_MISSING", `${asked[0]} cannot be used as cloudflared: there is no such file.`],
    ["TUNNEL_PROGRAM_MISSING", `${asked[1]} cannot be used as cloudflared: it is not a file.`],
    [
      "TUNNEL_PROGRAM_MISSING",
      `${asked[2]} cannot be used as cloudflared: this user may not run it (chmod +x makes it executable).`,
    ],
  ]);
  expect(errors[0]?.hint).toBe(
    "Change or remove --cloudflared, APPDIRECT_HOOKS_CLOUDFLARED or CLOUDFLARED_BIN, whichever names it.",
  );
});

const latest = "https://github.com/cloudflare/cloudflared/releases/latest";
const fetched = (architecture: string) =>
  `  curl -fL --create-dirs -o ~/.local/bin/cloudflared ${latest}/download/cloudflared-linux-${architecture}`;

test.each([
  ["linux", "x64", fetched("amd64")],
  ["linux", "arm64", fetched("arm64")],
  ["linux", "riscv64", `  ${latest}`],
  ["darwin", "arm64", "  brew install cloudflared"],
  ["win32", "x64", "  winget install --id Cloudflare.cloudflared"],
  ["freebsd", "x64", `  ${latest}`],
])("where it is not on this %s with %s, the way to install it is told", async (platform, architecture, line) => {
  const root = await temporaryFolder();
  const machine = machineWith([root], root, { platform, architecture });
  const { code, message, hint } = await rejection(findCloudflared(undefined, machine));
  expect([code, message]).toEqual([
    "TUNNEL_PROGRAM_MISSING",
    "cloudflared is not installed. It gives this machine a public address.",
  ]);
  const lines = hint?.split("\n") ?? [];
  expect(lines).toContain(line);
  expect(lines.slice(-3)).toEqual([
    "Or name it with --cloudflared. To listen without it:",
    "  --no-tunnel         requests from this machine only",
    "  --public-url <url>  your own tunnel or proxy",
  ]);
});

test.each([[{}], [{ PATH: "" }], [{ PATH: undefined }], [{ PATH: delimiter }]])(
  "with the variables %j it is only looked for in our cache",
  async (env) => {
    const root = await temporaryFolder();
    const machine = machineWith([], root, { env });
    const { code } = await rejection(findCloudflared(undefined, machine));
    const file = await place(cached(root));
    expect([code, await findCloudflared(undefined, machine)]).toEqual(["TUNNEL_PROGRAM_MISSING", file]);
  },
);

test.each([
  ["linux", {}, ".cache", "cloudflared"],
  ["linux", { XDG_CACHE_HOME: "chosen" }, "chosen", "cloudflared"],
  ["darwin", {}, "Library/Caches", "cloudflared"],
  ["win32", { LOCALAPPDATA: "local" }, "local", "cloudflared.exe"],
  ["win32", {}, "AppData/Local", "cloudflared.exe"],
])("on %s with %j our cache is in %s", async (platform, variables, folder, name) => {
  const root = await temporaryFolder();
  const file = await place(join(root, folder, "appdirect-hooks", "cloudflared", name));
  const env = Object.fromEntries(Object.entries(variables).map(([variable, value]) => [variable, join(root, value)]));
  expect(await findCloudflared(undefined, machineWith([], root, { platform, env }))).toBe(file);
});

test("what is no file in the place of our own is named before one is fetched, and matters only then", async () => {
  const root = await temporaryFolder();
  await mkdir(cached(root), { recursive: true });
  const machine = machineWith([], root);
  const errors = [await rejection(findCloudflared(undefined, machine)), await rejection(lacksCloudflared(machine))];
  const told = errors.map(({ code, message, hint }) => [code, message, hint?.split("\n")[0]]);
  const expected = [
    "TUNNEL_PROGRAM_MISSING",
    `${cached(root)} exists and is not a file, so cloudflared cannot be installed there.`,
    "Remove it, or name another folder in XDG_CACHE_HOME.",
  ];
  expect(told).toEqual([expected, expected]);
  const onPath = await place(join(root, "bin", "cloudflared"));
  const other = machineWith([dirname(onPath)], root);
  expect([await findCloudflared(undefined, other), await lacksCloudflared(other)]).toEqual([onPath, false]);
});

test("on Windows PATH may be called Path", async () => {
  const root = await temporaryFolder();
  const file = await place(join(root, "cloudflared.exe"));
  expect(await findCloudflared(undefined, machineWith([], root, { platform: "win32", env: { Path: root } }))).toBe(
    file,
  );
});

test("of the package of that name its program is taken once it was fetched, and never its script", async () => {
  const root = await temporaryFolder();
  const packages = join(root, "node_modules");
  await place(join(packages, ".bin", "cloudflared"));
  const machine = machineWith([join(packages, ".bin")], root);
  expect((await rejection(findCloudflared(undefined, machine))).message).toBe(programMissing([]).message);
  const program = await place(join(packages, "cloudflared", "bin", "cloudflared"));
  expect(await findCloudflared(undefined, machine)).toBe(program);
});
