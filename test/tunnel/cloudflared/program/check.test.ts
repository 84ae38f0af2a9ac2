import { createHash } from "node:crypto";
import { chmod, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../../../src/clock.ts";
import { checkProgram } from "../../../../src/tunnel/cloudflared/program/check.ts";
import { eventually } from "../../../harness/eventually.ts";
import { manualClock } from "../../../harness/manual-clock.ts";
import { rejection } from "../../../harness/rejection.ts";
import { isRunning } from "../../../harness/running-processes.ts";
import { mountSmall } from "../../../harness/small-disk.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

const fits = "#!/bin/sh\necho 'cloudflared version 2026.8.2 (built 2026-08-20-12:00 UTC)'\n";
const releaseOf = (content: string | Buffer) => ({
  version: "2026.8.2",
  bytes: content.length,
  sha256: createHash("sha256").update(content).digest("hex"),
});

async function place(content: string | Buffer, { folder = "", mode = 0o755 } = {}): Promise<string> {
  const file = join(folder === "" ? await temporaryFolder() : folder, "cloudflared");
  await writeFile(file, content);
  await chmod(file, mode);
  return file;
}

const { platform, arch: architecture, pid } = process;
const env = { PATH: process.env["PATH"], XDG_CACHE_HOME: "/chosen" };
const machine = { env, platform, architecture, homeFolder: "/", processId: pid, signal: () => undefined };
const surroundings = { machine, clock: systemClock };
const never = new AbortController().signal;
const checked = async (content: string | Buffer) =>
  checkProgram(await place(content), releaseOf(content), surroundings, never);

test("the program that was released, and runs, is let through", async () => {
  expect(await checked(fits)).toBeUndefined();
});

test.each([
  ["#!/bin/sh\necho 'cloudflared version 2026.8.20 (built)'\n", 'it prints "cloudflared version 2026.8.20 (built)"'],
  ["#!/bin/sh\nprintf 'a\\033[1mb\\377\\nmore'\n", 'it prints "a[1mb"'],
  ["#!/bin/sh\n", 'it prints ""'],
  [`#!/bin/sh\necho ${"x".repeat(200)}\n`, `it prints "${"x".repeat(100)}"`],
])("another version is refused in its words, without what a terminal would follow", async (content, said) => {
  expect(await rejection(checked(content))).toMatchObject({
    code: "DOWNLOAD_FAILED",
    message: `The download is not cloudflared 2026.8.2: ${said}.`,
  });
});

test("what is not what was released is never started", async () => {
  const started = join(await temporaryFolder(), "started");
  const file = await place(`#!/bin/sh\ntouch '${started}'\n`);
  expect(await rejection(checkProgram(file, releaseOf(fits), surroundings, never))).toMatchObject({
    code: "DOWNLOAD_FAILED",
    message: "The download is not the published cloudflared: its SHA-256 is different.",
  });
  await expect(readFile(started)).rejects.toMatchObject({ code: "ENOENT" });
});

const here = `${process.platform} ${process.arch}`;
const notHere = `cloudflared was downloaded, but does not run on this machine, ${here}`;

test("one that fails is told with its exit status, one that is no program too", async () => {
  expect((await rejection(checked("#!/bin/sh\necho; exit 9\n"))).message).toBe(`${notHere} (exit status 9).`);
  const { message } = await rejection(checked(Buffer.from([1, 2, 3, 4])));
  expect(message).toMatch(/does not run on this machine, .* \((?:ENOEXEC|UNKNOWN|exit status 12\d)\)\.$/);
});

const mayNot = "cloudflared was downloaded, but cannot be run from /chosen/appdirect-hooks/cloudflared (EACCES).";

test("one that this user may not run is told with the place where it is kept", async () => {
  const file = await place(fits, { mode: 0o644 });
  const { message, hint } = await rejection(checkProgram(file, releaseOf(fits), surroundings, never));
  expect([message, hint?.split("\n")[0]]).toEqual([
    mayNot,
    "That disk does not allow programs (noexec), or this user may not run them. Name another folder in XDG_CACHE_HOME.",
  ]);
});

test("one on a disk that runs no programs is told with the place where it is kept", async (context) => {
  const folder = await temporaryFolder();
  if (!mountSmall(folder, "size=64k,noexec,mode=755"))
    return context.skip("needs root and Linux, to have a disk that runs no programs");
  const file = await place(fits, { folder });
  expect((await rejection(checkProgram(file, releaseOf(fits), surroundings, never))).message).toBe(mayNot);
});

test("one that was taken away meanwhile is told as that", async () => {
  const file = join(await temporaryFolder(), "cloudflared");
  const { code, message, hint } = await rejection(checkProgram(file, releaseOf(fits), surroundings, never));
  expect([code, message, hint?.split("\n")[0]]).toEqual([
    "DOWNLOAD_FAILED",
    "cloudflared was downloaded, but can no longer be read (ENOENT).",
    "A virus scanner may have removed it: exclude /chosen/appdirect-hooks/cloudflared from its checks.",
  ]);
});

test("it finds none of our variables, and none that would change it", async () => {
  const file = join(await temporaryFolder(), "environment");
  const content = `#!/bin/sh\nenv > '${file}'\necho 'cloudflared version 2026.8.2 '\n`;
  const secrets = { APPDIRECT_HOOKS_TOKEN: "a-secret", TUNNEL_TOKEN: "a-secret" };
  const surrounded = { ...machine, env: { ...env, ...secrets, HTTPS_PROXY: "http://a:1" } };
  await checkProgram(await place(content), releaseOf(content), { ...surroundings, machine: surrounded }, never);
  const seen = await readFile(file, "utf8");
  expect([seen.includes("a-secret"), seen.includes("HTTPS_PROXY=http://a:1\n")]).toEqual([false, true]);
});

test("one that does not answer is ended after 10 s, and told", async () => {
  const clock = manualClock();
  const { content, number } = await hangingProgram();
  const work = rejection(checkProgram(await place(content), releaseOf(content), { machine, clock }, never));
  const processId = await number();
  await clock.untilSleepingFor(10_000);
  await clock.advance(10_000);
  expect((await work).message).toBe(`${notHere} (no answer in 10 s).`);
  await eventually(async () => !(await isRunning(processId)) || undefined);
});

test("a Ctrl-C meanwhile ends it, and judges nothing", async () => {
  const { content, number } = await hangingProgram();
  const over = new AbortController();
  const work = checkProgram(await place(content), releaseOf(content), surroundings, over.signal);
  const processId = await number();
  over.abort();
  expect(await work).toBeUndefined();
  await eventually(async () => !(await isRunning(processId)) || undefined);
});

/** A program that answers nothing, and the number of its process once it runs. */
async function hangingProgram() {
  const file = join(await temporaryFolder(), "number");
  const read = async () => Number(await readFile(file, "utf8").catch(() => "")) || undefined;
  return { content: `#!/bin/sh\necho $$ > '${file}'\nexec sleep 60\n`, number: () => eventually(read) };
}
