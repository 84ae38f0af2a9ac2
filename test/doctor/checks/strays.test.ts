import { expect, test } from "vitest";
import { strays } from "../../../src/doctor/checks/strays.ts";
import { rememberTunnel, type ProjectState } from "../../../src/state/index.ts";
import { seeProcess, type ProcessIdentity } from "../../../src/tunnel/index.ts";
import { checkSurroundings } from "../../harness/check-surroundings.ts";
import { startRunning } from "../../harness/running.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

const waits = "setInterval(() => undefined, 1000)";
const fine = [{ state: "ok", message: "No tunnel was left behind." }];

async function identityOf(processId: number): Promise<ProcessIdentity> {
  const seen = await seeProcess(processId, process.platform);
  if (seen === undefined) throw new Error(`There is no process ${processId}.`);
  return { processId, startedAt: seen.startedAt };
}

/** A process that runs until the test ends. */
async function startWaiting(): Promise<number> {
  const { processId } = startRunning([process.execPath, "-e", waits], { cwd: await temporaryFolder(), env: {} });
  return processId;
}

/** Remembers that this owner started that process. */
async function remember(state: ProjectState, owner: ProcessIdentity, started: number): Promise<void> {
  await rememberTunnel(state, { owner, started: await identityOf(started), arguments: ["-e", waits] });
}

test("where none was ever started there is none", async () => {
  expect(await strays(await checkSurroundings())).toEqual(fine);
});

test("what somebody who is there holds is no stray: a listen, or who holds a kept tunnel", async () => {
  const surroundings = await checkSurroundings();
  await remember(surroundings.state, await identityOf(process.pid), await startWaiting());
  expect(await strays(surroundings)).toEqual(fine);
});

test("whose owner has gone is one, though its owner's number was given to another, of whatever project", async () => {
  const surroundings = await checkSurroundings();
  const { state } = surroundings;
  const numbers = [await startWaiting(), await startWaiting()];
  const other = { ...state, folder: `${state.folder}-other` };
  await remember(state, { processId: process.pid, startedAt: "before" }, numbers[0] ?? 0);
  await remember(other, { processId: process.pid, startedAt: "long before" }, numbers[1] ?? 0);
  const found = await strays(surroundings);
  expect(found.toSorted((a, b) => a.message.localeCompare(b.message))).toEqual(
    numbers
      .map((number) => ({
        state: "failure",
        message: `Process ${number} is a tunnel that an earlier session left behind.`,
        mend: ["The next listen ends it. To end it now:", `  kill ${number}`],
      }))
      .toSorted((a, b) => a.message.localeCompare(b.message)),
  );
});

test("Windows does not tell", async () => {
  expect(await strays(await checkSurroundings({ machine: { platform: "win32" } }))).toEqual([
    { state: "skipped", message: "Not checked on Windows." },
  ]);
});
