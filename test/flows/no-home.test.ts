import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { doctoredMachine } from "../harness/doctored-machine.ts";
import { startHandler } from "../harness/handler.ts";
import { temporaryProject } from "../harness/project.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const homeless = { HOME: "/nonexistent", USERPROFILE: "", XDG_STATE_HOME: "", XDG_CACHE_HOME: "" };
const listen = ["listen", "--no-tunnel", "--auth", "token", "--for", "100ms"];

test("without a home folder two runs share what is kept in the temporary one", async () => {
  const { run, env } = await temporaryProject();
  expect((await run(listen, { env: homeless })).status).toBe(0);
  const { stdout } = await run(["listen", "--show-token", "--json"], { env: homeless });
  expect(JSON.parse(stdout)).toEqual({ token: expect.stringMatching(/.{20,}/) });
  expect(await readdir(env["TMPDIR"] ?? "")).toEqual([`appdirect-hooks-${process.geteuid?.()}`]);
});

test("two that start at once make one folder, and share one token", async () => {
  const { run, env } = await temporaryProject();
  const both = await Promise.all([1, 2].map(() => run([...listen, "--port", "0", "--json"], { env: homeless })));
  expect(both.map(({ status }) => status)).toEqual([0, 0]);
  const { token }: { token: string } = JSON.parse(
    (await run(["listen", "--show-token", "--json"], { env: homeless })).stdout,
  );
  const told = both.map(({ stdout }) => /"token":"([^"]+)"/.exec(stdout)?.[1]); // by the one that made it
  expect(told.filter((one) => one !== undefined)).toEqual([token]);
  expect(await readdir(env["TMPDIR"] ?? "")).toEqual([`appdirect-hooks-${process.geteuid?.()}`]);
});

test("what others may write to is not used, and that is said", async () => {
  const { run, env } = await temporaryProject();
  await run(["tunnel", "status"], { env: homeless });
  const folder = join(env["TMPDIR"] ?? "", `appdirect-hooks-${process.geteuid?.()}`);
  await chmod(folder, 0o777);
  const problem = `there is no home folder, and ${folder} is not a folder that only this user can open (mode 700)`;
  const refused = await run(listen, { env: homeless });
  expect(refused.stderr).toContain(`The state of this project cannot be saved: ${problem}.`);
  const open = await run(["listen", "--no-tunnel", "--for", "100ms"], { env: homeless });
  expect(open.status).toBe(0);
  expect(`${open.stdout}${open.stderr}`).toContain(`The journal of this session cannot be written (${problem}).`);
  expect(await readdir(folder)).toEqual([]);
});

const belowProc = [
  [{ XDG_STATE_HOME: "/proc/x" }, "/proc/x/appdirect-hooks/projects/project-"],
  [{ ...homeless, HOME: "/proc/1" }, "/proc/1/.local/state/appdirect-hooks/projects/project-"],
] as const;

test.skipIf(process.platform !== "linux").each(belowProc)(
  "where no folder can be made nothing waits for ever: %j",
  async (env, below) => {
    const handler = await startHandler();
    const { folder, run } = await temporaryProject();
    await writeFiles(folder, { "event.json": webhook() });
    const [listened, replayed, refused] = await Promise.all([
      run(["listen", "--no-tunnel", "--for", "100ms"], { env }),
      run(["replay", "event.json", "--to", handler.url], { env }),
      run(listen, { env }),
    ]);
    expect([listened.status, replayed.status, refused.status]).toEqual([0, 0, 3]);
    for (const { stdout, stderr } of [listened, replayed])
      expect(`${stdout}${stderr}`).toMatch(/journal of this \w+ cannot be written \(ENOENT/);
    expect(refused.stderr).toContain(`The state of this project cannot be saved in ${below}`);
    expect(handler.bodies()).toHaveLength(1);
  },
);

test.skipIf(process.platform !== "linux").each(belowProc)(
  "so does doctor, which names the folder: %j",
  async (env, below) => {
    const { doctor } = await doctoredMachine();
    const { status, stdout } = await doctor([], { env });
    expect(status).toBe(1);
    expect(stdout).toContain(` ${below}`);
    expect(stdout).toMatch(/ cannot be written in \S+ \(ENOENT\)\.\n/);
  },
);
