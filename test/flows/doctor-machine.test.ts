import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { installStandIn } from "../harness/cloudflared.ts";
import { doctoredMachine, linesOf, troubles } from "../harness/doctored-machine.ts";
import { listened } from "../harness/kept-project.ts";
import { startOrphan } from "../harness/orphan.ts";
import { gone, isRunning } from "../harness/running-processes.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

test("what kill -9 left behind is named", async () => {
  const { doctor, project, standIn } = await doctoredMachine();
  const listen = project.start(["listen", "--port", "0", "--json"]);
  await listen.untilOut(/"type":"ready"/);
  const [{ pid } = { pid: 0 }] = await standIn.reports("started");
  expect(linesOf(await doctor())).toContain("✓ strays        No tunnel was left behind.");
  listen.kill("SIGKILL");
  await listen.ended;
  const said = await doctor();
  expect([said.status, ...troubles(said)]).toEqual([
    1,
    `✖ strays        Process ${pid} is a tunnel that an earlier session left behind.`,
    "    The next listen ends it. To end it now:",
    `      kill ${pid}`,
    "1 failure.",
  ]);
});

test("what was left behind before it could be written down is named, and ended by the next listen", async () => {
  const { doctor, project, standIn } = await doctoredMachine();
  const listenOnce = ["listen", "--port", "0", "--no-tunnel", "--for", "1ms"];
  await doctor(["--quiet"]); // its trial writes the configuration
  const orphan = await installStandIn();
  const pid = await startOrphan(orphan, join(project.stateFolder, "appdirect-hooks/tunnels"));
  const said = await doctor(["--quiet"]);
  expect([said.status, linesOf(said)[0]]).toEqual([
    1,
    `✖ strays        Process ${pid} is a tunnel that an earlier session left behind.`,
  ]);
  expect((await project.run(listenOnce)).stderr).toContain(
    `Ended a tunnel that an earlier session left behind (process ${pid}).\n`,
  );
  expect([await isRunning(pid), (await standIn.reports("requested")).length]).toEqual([false, 2]);
});

test("a port that another program has is named", async () => {
  const { doctor, port } = await doctoredMachine();
  const server = createServer().listen(port, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const said = await doctor();
  expect([said.status, ...troubles(said)]).toEqual([
    1,
    `✖ port          Another program uses ${port}.`,
    "    End that program, or choose another port with --port.",
    "1 failure.",
  ]);
});

test("a tunnel that is kept is none that was left behind, and its port is held for it", async () => {
  const { doctor, port, project } = await doctoredMachine();
  onTestFinished(async () => void (await project.run(["tunnel", "stop", "--all", "--yes"])));
  await listened(project, ["--keep-tunnel", "--port", String(port)]);
  const said = await doctor();
  expect([said.status, ...linesOf(said).slice(8, 10)]).toEqual([
    0,
    "✓ strays        No tunnel was left behind.",
    `✓ port          ${port} is reserved for the kept tunnel of this project; the next listen takes it over.`,
  ]);
});

test("a state folder that cannot be written is named, and no tunnel is tried", async () => {
  const { doctor, standIn } = await doctoredMachine();
  const file = join(await temporaryFolder(), "state");
  await writeFile(file, "");
  const said = await doctor([], { env: { XDG_STATE_HOME: file } });
  expect([said.status, ...troubles(said).map((line) => line.replace(/(?<=projects\/).*(?= is)/, "…"))]).toEqual([
    1,
    `✖ state folder  ${file}/appdirect-hooks/projects/… is not writable (ENOTDIR).`,
    "    Move the file that blocks this path, or name another state folder in XDG_STATE_HOME.",
    "1 failure.",
  ]);
  const why = `The configuration of cloudflared cannot be written in ${file}/appdirect-hooks/tunnels (ENOTDIR).`;
  expect(linesOf(said)).toEqual(expect.arrayContaining([`- dns           ${why}`, `- port 7844     ${why}`]));
  expect(await standIn.reports("requested")).toEqual([]);
});

test("Ctrl-C ends the trial and what it started, and judges nothing more", async () => {
  const { start, standIn } = await doctoredMachine({ addressAfterMs: 60_000 });
  const { kill, ended } = start();
  await standIn.until("requested");
  kill("SIGINT");
  const said = await ended;
  expect([said.status, linesOf(said).at(-1)]).toEqual([1, "✓ proxies       No proxy is set."]);
  expect(await gone(standIn)).toEqual([true, true]);
});
