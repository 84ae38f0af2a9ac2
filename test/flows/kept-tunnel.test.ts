import { readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { keptProject, keptRecord, listened, pathOf, portOf, postThrough } from "../harness/kept-project.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { gone, isRunning } from "../harness/running-processes.ts";

test("listen ends, another program tries the port, calls get 503, and the next listen has the same address", async () => {
  const { standIn, project } = await keptProject();
  const first = await listened(project, ["--keep-tunnel"], async (ready) => {
    expect(await postThrough(standIn, pathOf(ready))).toBe(200);
  });
  expect(first.end).toMatchObject({ events: { "user.added": 1 }, tunnelKeptForMs: 12 * 3_600_000 });
  const taken = await new Promise((resolve) => {
    const other = createServer().once("error", (cause) => resolve("code" in cause && cause.code));
    other.listen(portOf(first.ready), "127.0.0.1", () => resolve("listens"));
  });
  const path = pathOf(first.ready);
  const refused = [
    await postThrough(standIn, path),
    await postThrough(standIn, path),
    await postThrough(standIn, path),
  ];
  expect([taken, ...refused]).toEqual(["EADDRINUSE", 503, 503, 503]);
  const second = await listened(project, ["--keep-tunnel", "3d"], async (ready) => {
    expect(await postThrough(standIn, pathOf(ready))).toBe(200);
  });
  expect(second.tunnel).toMatchObject([{ state: "resumed", refused: 3 }]);
  expect([second.ready["url"], second.ready["local"]]).toEqual([first.ready["url"], first.ready["local"]]);
  expect(second.ready["tunnelKeptForMs"]).toBe(3 * 24 * 3_600_000);
  expect(await standIn.reports("started")).toHaveLength(1);
});

test("in a terminal's words: what was refused, that nothing is to be changed, and how it is ended", async () => {
  const { standIn, project } = await keptProject();
  const { ready } = await listened(project);
  await postThrough(standIn, pathOf(ready));
  const running = project.start(["listen", "--keep-tunnel"]);
  await running.untilErr(/Waiting for events/);
  running.kill("SIGINT");
  const { stderr } = await running.ended;
  const flowing = stderr.replaceAll(/\s+/g, " ");
  expect(flowing).toContain(
    "✓ took over the kept tunnel; it refused 1 request in the meantime. AppDirect resends it, at the earliest after 5 minutes ",
  );
  expect(stderr).toMatch(/^tunnel {6}quick; stays open for 12 h after listen ends$/m);
  expect(stderr).toContain(`\n${String(ready["url"])}\n\nSame address as before: nothing to change in AppDirect.\n`);
  expect(flowing).toContain(
    "The tunnel stays open for 12 h; requests get 503 until you run listen again. To close it: with-tunnel-settings.mjs tunnel stop ",
  );
  expect(stderr).not.toContain("Opening the tunnel");
});

test("a listen that does not keep it takes it over too, and ends it", async () => {
  const { standIn, project } = await keptProject();
  const { ready } = await listened(project);
  const second = await listened(project, []);
  expect([second.ready["url"], second.end?.["tunnelKeptForMs"]]).toEqual([ready["url"], undefined]);
  await gone(standIn);
  expect((await project.run(["tunnel", "status"])).stderr).toBe("No kept tunnel.\n");
});

test("a listen that is killed leaves its calls to the 503, and the next one takes over", async () => {
  const { standIn, project } = await keptProject();
  const running = project.start(["listen", "--json", "--keep-tunnel"]);
  await running.untilOut(/"type":"ready".*\n/);
  const [ready = {}] = jsonLines(running.stdout());
  running.kill("SIGKILL");
  await running.ended;
  expect(await postThrough(standIn, pathOf(ready))).toBe(503);
  const { ready: second, tunnel } = await listened(project);
  expect([second["url"], tunnel]).toMatchObject([ready["url"], [{ state: "resumed", refused: 1 }]]);
});

test("one that was opened with other settings is ended with a line, and another one is opened", async () => {
  const { project } = await keptProject();
  const { ready } = await listened(project);
  const second = await listened(project, ["--keep-tunnel", "--tunnel-protocol", "quic"]);
  expect(second.tunnel[0]).toEqual({
    type: "tunnel",
    state: "ended",
    why: "it was opened with a different --tunnel-protocol",
  });
  expect(second.ready["url"]).not.toBe(ready["url"]);
  expect(second.tunnel).toContainEqual({
    type: "tunnel",
    state: "changed",
    url: second.ready["url"],
    before: ready["url"],
    why: "it was opened with a different --tunnel-protocol",
  });
});

test("one of another version of ours that speaks otherwise is ended with a line; of the same form it is taken over", async () => {
  const { project } = await keptProject();
  const { ready } = await listened(project);
  const file = await keptRecord(project);
  const record = JSON.parse(await readFile(file, "utf8"));
  await writeFile(file, JSON.stringify({ ...record, version: "0.0.9" }));
  const second = await listened(project);
  expect([second.tunnel[0]?.["state"], second.ready["url"]]).toEqual(["resumed", ready["url"]]);
  await writeFile(file, JSON.stringify({ ...record, version: "0.0.9", form: 0 }));
  const third = await listened(project);
  expect(third.tunnel[0]).toEqual({
    type: "tunnel",
    state: "ended",
    why: "appdirect-hooks 0.0.9 opened it, and version 0.1.0 cannot take it over",
  });
  expect(third.ready["url"]).not.toBe(ready["url"]);
  expect(await isRunning(record.holder.processId)).toBe(false);
});

test("a holder whose sockets are gone is ended with a line", async () => {
  const { project } = await keptProject();
  const { ready } = await listened(project);
  const { holder, control } = JSON.parse(await readFile(await keptRecord(project), "utf8"));
  await rm(dirname(control), { recursive: true });
  const second = await listened(project);
  const why = "the process that keeps it does not respond";
  expect(second.tunnel[0]).toEqual({ type: "tunnel", state: "ended", why });
  expect(second.tunnel).toContainEqual(expect.objectContaining({ state: "changed", before: ready["url"] }));
  expect(await isRunning(holder.processId)).toBe(false);
});

test("a start that cannot have its port leaves the kept tunnel as it is", async () => {
  const { project } = await keptProject();
  const { ready } = await listened(project);
  const { port } = await startRawServer(() => undefined);
  const { status, stderr } = await project.run(["listen", "--keep-tunnel", "--port", String(port)]);
  expect([status, stderr.split("\n")[0]]).toEqual([3, `✖ Port ${port} (from --port) is already in use.`]);
  expect((await listened(project)).ready["url"]).toBe(ready["url"]);
});

test("nothing is opened before what has to be asked was asked", async () => {
  const { project, standIn } = await keptProject();
  const args = ["--keep-tunnel", "--host", "0.0.0.0", "--exec", "cat"];
  expect((await project.run(["listen", ...args])).status).toBe(2);
  expect(await standIn.reports("started")).toEqual([]);
});

test("the process that holds it is killed: listen ends and says so, and nothing public is left", async () => {
  const { standIn, project } = await keptProject();
  const running = project.start(["listen", "--keep-tunnel"]);
  await running.untilErr(/Waiting for events/);
  const { holder } = JSON.parse(await readFile(await keptRecord(project), "utf8"));
  process.kill(holder.processId, "SIGKILL");
  const { status, stderr } = await running.ended;
  expect([status, stderr.split("\n").slice(-3)]).toEqual([
    3,
    [
      "✖ The process that kept the tunnel open has ended, and so has the tunnel.",
      "  Start listen again. It opens a new tunnel with a new address.",
      "",
    ],
  ]);
  expect(stderr).toContain("Ended a tunnel that an earlier session left behind");
  await gone(standIn);
  const { ready } = await listened(project);
  expect(ready["tunnelKeptForMs"]).toBe(12 * 3_600_000);
});

test("a second listen beside the first gets a tunnel of its own, and none with --keep-tunnel", async () => {
  const { project } = await keptProject();
  await listened(project, ["--keep-tunnel"], async (first) => {
    const beside = await project.run(["listen", "--keep-tunnel", "--port", "0"]);
    expect([beside.status, beside.stderr]).toEqual([
      3,
      `✖ Another listener (process ${String(first["pid"])}) is using this project's kept tunnel.\n  Stop that listener, or leave --keep-tunnel out to open a separate tunnel.\n`,
    ]);
    const own = project.start(["listen", "--port", "0"]);
    await own.untilErr(/Opening the tunnel/);
    own.kill("SIGINT");
    expect((await own.ended).status).toBe(0);
  });
});

test.each([
  [["--no-tunnel", "--keep-tunnel"], "✖ --no-tunnel and --keep-tunnel cannot be used together."],
  [
    ["--public-url", "https://hooks.example.com", "--keep-tunnel"],
    "✖ --public-url and --keep-tunnel cannot be used together.",
  ],
])("%j is refused", async (args, message) => {
  const { project } = await keptProject();
  const { status, stderr } = await project.run(["listen", ...args]);
  expect([status, stderr.split("\n")[0]]).toEqual([2, message]);
});

test("the record, the log of processes and the sockets tell no secret", async () => {
  const { project, standIn } = await keptProject();
  const token = Buffer.from('{"a":"account","t":"tunnel","s":"c2VzYW1l"}').toString("base64");
  const args = ["--tunnel", "named", "--public-url", "https://hooks.example.com", "--keep-tunnel", "--port", "0"];
  const running = project.start(["listen", "--json", ...args], { env: { APPDIRECT_HOOKS_TUNNEL_TOKEN: token } });
  await running.untilOut(/"type":"ready".*\n/);
  const text = await readFile(await keptRecord(project), "utf8");
  const { holder } = JSON.parse(text);
  const seen = await Promise.all(
    ["cmdline", "environ"].map((name) => readFile(`/proc/${holder.processId}/${name}`, "utf8").catch(() => "")),
  );
  expect([text, ...seen].filter((one) => one.includes(token) || one.includes("/h/"))).toEqual([]);
  expect((await standIn.reports("public"))[0]).toMatchObject({ hostname: expect.any(String) });
  running.kill("SIGINT");
  await running.ended;
});

test("Ctrl-C before the tunnel stands leaves nothing", async () => {
  const { project, standIn } = await keptProject({ neverConnects: true });
  const running = project.start(["listen", "--keep-tunnel"]);
  await standIn.until("public");
  await running.untilErr(/Opening the tunnel/);
  running.kill("SIGINT");
  const { status, stderr } = await running.ended;
  expect([status, stderr.includes("goes on")]).toEqual([0, false]);
  await gone(standIn);
  await eventually(async () =>
    (await project.run(["tunnel", "status"])).stderr === "No kept tunnel.\n" ? true : undefined,
  );
});
