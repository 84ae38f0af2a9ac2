import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { keptProject, keptRecord, listened } from "../harness/kept-project.ts";
import { gone, isRunning } from "../harness/running-processes.ts";

test("a holder that hangs is killed, and its tunnel with it", async () => {
  const { project, standIn } = await keptProject();
  await listened(project);
  const { holder } = JSON.parse(await readFile(await keptRecord(project), "utf8"));
  process.kill(holder.processId, "SIGSTOP");
  const { stdout, status } = await project.run(["tunnel", "stop"]);
  expect([status, stdout]).toMatchObject([0, expect.stringMatching(/^Stopped the tunnel /)]);
  expect(await isRunning(holder.processId)).toBe(false);
  await gone(standIn);
}, 30_000);
