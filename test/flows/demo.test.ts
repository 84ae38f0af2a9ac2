import { readdir } from "node:fs/promises";
import { basename, dirname } from "node:path";
import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFiles } from "../harness/recordings.ts";
import { purchase } from "../harness/purchase.ts";

/** The events, and the handler's two failures: in the order of their names. */
const told = [...purchase, "subscription.added", "subscription.added"].toSorted();

test("demo tells a purchase, retries included, records it in the folder it names, and touches no other", async () => {
  const { run, folder, stateFolder, typed } = await temporaryProject();
  const { status, stdout, stderr } = await run(["demo", "--fast"]);
  expect(status).toBe(0);
  expect(
    stdout
      .match(/^\d\d:\d\d:\d\d {2}● \S+/gm)
      ?.map((line) => line.slice(12))
      .toSorted(),
  ).toEqual(told);
  expect(new Set(stdout.match(/^ {10}recorded {2}\S+/gm)).size).toBe(6);
  expect(stdout.match(/^ {10}marketplace: .*$/gm)?.map((line) => line.trim())).toEqual([
    "marketplace: 503, again in 5 min (here 0.3 s)",
    "marketplace: 503, again in 10 min (here 0.6 s)",
    "marketplace: delivered at the 3rd attempt",
  ]);
  expect(stderr).toContain("\n  sent         6 events, 6 delivered to the CRM in 8 attempts, 1 resent\n");
  const recorded = /^ {2}recorded in +(\S+)$/m.exec(stderr)?.[1] ?? "nowhere";
  expect((await recordedFiles(recorded)).map(dirname)).toEqual(purchase.toSorted());
  expect(await readdir(folder)).toEqual([]);
  expect(await readdir(dirname(stateFolder))).not.toContain(basename(stateFolder));
  expect(stderr.match(/^ {2}node .*$/gm)).toEqual([
    `  ${typed} listen 3000 --no-tunnel`,
    `  ${typed} replay ${recorded} --to 3000 --dry-run`,
    `  ${typed} generate --scenario purchase`,
  ]);
});

test.skipIf(process.platform === "win32")("the commands that demo prints work as typed", async () => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["demo", "--fast"]);
  const [listen = "", replay = "", generate = ""] = stderr.match(/^ {2}node .*$/gm) ?? [];
  const [listened, replayed, generated] = await Promise.all([
    run([], { through: `${listen} --for 1s` }),
    run([], { through: replay }),
    run([], { through: generate }),
  ]);
  expect([listened.status, replayed.status, generated.status]).toEqual([0, 0, 0]);
  expect(listened.stderr).toContain("forwarding  http://localhost:3000/\n");
  expect(replayed.stdout.match(/^curl --request POST 'http:\/\/localhost:3000\/'/gm)).toHaveLength(6);
  expect(jsonLines(generated.stdout)).toHaveLength(6);
});

test("demo --json is one JSON value a line, with the listener's lines as listen has them and one end", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["demo", "--fast", "--json"]);
  const lines = jsonLines(stdout);
  expect([status, stderr]).toEqual([0, ""]);
  const events = lines.filter(({ type }) => type === "event");
  expect(events.map(({ event }) => event).toSorted()).toEqual(told);
  expect(events[0]).toMatchObject({ number: 1, fixture: { appdirectHooks: 1, event: "company.added" } });
  const deliveries = lines.filter(({ type }) => type === "delivery");
  expect(deliveries).toHaveLength(9);
  const failed = lines.filter(({ type, delivered }) => type === "attempt" && delivered === false);
  expect(failed).toMatchObject([
    { number: 1, status: 503, waitMs: 300_000, hereMs: 300 },
    { number: 2, status: 503, waitMs: 600_000, hereMs: 600 },
  ]);
  expect(deliveries[0]).toMatchObject({ target: "crm", status: 200, ms: expect.any(Number), delivered: true });
  expect(lines.filter(({ type }) => type === "end")).toEqual([lines.at(-1)]);
  expect(lines.at(-1)).toMatchObject({ sent: 6, delivered: 6, attempts: 8, replayed: true, interrupted: false });
});

test.skipIf(process.platform === "win32")("demo that is stopped in the middle ends quietly", async () => {
  const project = await temporaryProject();
  const { kill, untilOut, ended } = project.start(["demo"]);
  await untilOut(/→ crm/);
  kill("SIGINT");
  const { status, stdout, stderr } = await ended;
  expect(status).toBe(0);
  expect(stdout.match(/→ crm/g)?.length).toBeLessThan(6);
  expect(stderr).not.toContain("    at ");
  expect(await readdir(project.folder)).toEqual([]);
});

test.skipIf(process.platform === "win32")("demo that is stopped while the marketplace waits ends quietly", async () => {
  const { kill, untilOut, ended } = (await temporaryProject()).start(["demo", "--fast"]);
  await untilOut(/again in 10 min/);
  kill("SIGINT");
  const { status, stderr } = await ended;
  expect(status).toBe(0);
  expect(stderr).toContain("\n  sent         6 events, ");
  expect(stderr).not.toContain("    at ");
});
