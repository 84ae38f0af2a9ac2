import { chmod, readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

const homeless = { HOME: "/nonexistent", USERPROFILE: "", XDG_STATE_HOME: "", XDG_CACHE_HOME: "" };
const listen = ["listen", "--no-tunnel", "--auth", "token", "--for", "100ms"];

test("without a home folder two runs share what is kept in the temporary one", async () => {
  const { run, env } = await temporaryProject();
  expect((await run(listen, { env: homeless })).status).toBe(0);
  const { stdout } = await run(["listen", "--show-token", "--json"], { env: homeless });
  expect(JSON.parse(stdout)).toEqual({ token: expect.stringMatching(/.{20,}/) });
  expect(await readdir(env["TMPDIR"] ?? "")).toEqual([`appdirect-hooks-${process.geteuid?.()}`]);
});

test("what others may write to is not used, and that is said", async () => {
  const { run, env } = await temporaryProject();
  await run(["tunnel", "status"], { env: homeless });
  const folder = join(env["TMPDIR"] ?? "", `appdirect-hooks-${process.geteuid?.()}`);
  await chmod(folder, 0o777);
  const problem = `there is no home folder, and ${folder} is not a folder of this user alone (mode 700)`;
  const refused = await run(listen, { env: homeless });
  expect(refused.stderr).toContain(`Nothing can be kept for this project: ${problem}.`);
  const open = await run(["listen", "--no-tunnel", "--for", "100ms"], { env: homeless });
  expect(open.status).toBe(0);
  expect(`${open.stdout}${open.stderr}`).toContain(`The journal of this session cannot be written (${problem}).`);
  expect(await readdir(folder)).toEqual([]);
});
