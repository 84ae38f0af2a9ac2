import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { keptProject, listened, pathOf, portOf, postThrough } from "../harness/kept-project.ts";
import { gone } from "../harness/running-processes.ts";

test("tunnel status tells what is kept, who uses it and when it ends; tunnel stop ends it", async () => {
  const { standIn, project } = await keptProject();
  expect(await project.run(["tunnel", "status", "--json"])).toMatchObject({
    status: 0,
    stdout: "",
    stderr: "No kept tunnel.\n",
  });
  const { ready } = await listened(project, ["--keep-tunnel"], async (now) => {
    const [used] = jsonLines((await project.run(["tunnel", "status", "--json"])).stdout);
    expect(used).toMatchObject({ usedBy: now["pid"], state: "up", current: true, project: project.folder, refused: 0 });
    const { status, stderr } = await project.run(["tunnel", "stop"]);
    expect([status, stderr]).toEqual([
      3,
      `✖ A listener (process ${String(now["pid"])}) is using the tunnel.\n  Stop the listener first, or stop the tunnel anyway with --yes.\n`,
    ]);
  });
  await postThrough(standIn, pathOf(ready));
  const { stdout } = await project.run(["tunnel", "status"]);
  const { origin } = new URL(String(ready["url"]));
  expect(stdout.split("\n").map((line) => line.trim())).toEqual([
    origin,
    "tunnel   quick, up",
    `project  ${project.folder} (this one)`,
    `port     ${portOf(ready)}`,
    expect.stringMatching(/^opened {3}[\d.]+ m?s ago, by appdirect-hooks 0\.1\.0$/),
    "refused  1 request since listen ended; AppDirect resends it",
    "ends     in 11 h 59 min, unless listen runs again",
    "",
  ]);
  const stopped = await project.run(["tunnel", "stop"]);
  expect([stopped.status, stopped.stdout]).toEqual([0, `Stopped the tunnel ${origin} of ${project.folder}.\n`]);
  await gone(standIn);
  expect((await project.run(["tunnel", "stop"])).stderr).toBe("No kept tunnel in this project.\n");
});

test("a port that the kept tunnel has is told as that", async () => {
  const { project } = await keptProject();
  const { ready } = await listened(project);
  const port = portOf(ready);
  const { status, stderr } = await project.run(["listen", "--no-tunnel", "--port", String(port)]);
  expect([status, stderr]).toEqual([
    3,
    `✖ Port ${port} (from --port) is reserved for this project's kept tunnel.\n  Choose another with --port, or stop the tunnel: with-tunnel-settings.mjs tunnel stop\n`,
  ]);
});

test("what a killed listen left behind is shown, and ended by tunnel stop", async () => {
  const { standIn, project } = await keptProject();
  const running = project.start(["listen", "--port", "0"]);
  await running.untilErr(/Waiting for events/);
  running.kill("SIGKILL");
  await running.ended;
  const [started] = await standIn.reports("started");
  const { stdout } = await project.run(["tunnel", "status"]);
  expect(stdout).toBe(
    `Process ${started?.pid} is a tunnel from an earlier session. The next listen ends it, and so does tunnel stop.\n`,
  );
  expect(jsonLines((await project.run(["tunnel", "status", "--json"])).stdout)).toEqual([
    { state: "left behind", pid: started?.pid },
  ]);
  expect((await project.run(["tunnel", "stop"])).stdout).toBe(
    `Stopped a tunnel from an earlier session (process ${started?.pid}).\n`,
  );
  await gone(standIn);
});
