import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { inUse, noStateFile } from "../../src/marketplace/simulator/state-file/sentences.ts";
import { isObject } from "../../src/events/index.ts";
import { seededRandom, type Random } from "../../src/random.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { ApiProgram } from "../harness/marketplace.ts";
import { temporaryProject } from "../harness/project.ts";
import { simulateArgs, startSimulator, type RunningSimulator } from "../harness/running-simulator.ts";
import { shownError } from "../harness/shown-error.ts";

const rounds = Number(process.env["KILL_ROUNDS"] ?? 3);

test(
  "whenever simulate is killed, every webhook that was answered 201 and every attempt that was printed is kept",
  { timeout: 20_000 + rounds * 10_000 },
  async () => {
    const project = await temporaryProject();
    const stateFile = join(project.folder, "marketplace.state");
    const handler = await startHandler((body) => (body.includes('"ADDED"') ? 503 : 200));
    const random = seededRandom(20_261_129);
    const args = ["--state", "marketplace.state", "--json", "--rate", "50"];
    const created: string[] = [];
    const printed = new Map<string, Record<string, unknown>[]>();
    for (let round = 0; round < rounds; round += 1) {
      const simulator = await startSimulator(project, args);
      created.push(...(await createUntilKilled(simulator, { handlerUrl: handler.url, random })));
      for (const line of attemptsIn((await simulator.ended).stdout)) {
        const entry = String(line["entry"]);
        printed.set(entry, [...(printed.get(entry) ?? []), line]);
      }
    }
    expect((await stat(stateFile)).mode & 0o777).toBe(0o600);
    const { url, stdout } = await startSimulator(project, [...args, "--events", "quote.removed"]);
    const api = await ApiProgram.open(url);
    const webhooks = (await api.ask("GET", "/simulator/v1/webhooks")).answer.webhooks;
    const known = webhooks.map(({ id }: { id: string }) => id);
    expect(created.filter((id) => !known.includes(id))).toEqual([]);
    const log = (await api.ask("GET", "/simulator/v1/events?limit=10000")).answer.events;
    const kept = new Map<string, object[]>(log.map(({ id, attempts }: LogLine) => [id, attempts]));
    const shown = ({ number, delivered, status, nextAt }: Record<string, unknown>) =>
      JSON.stringify({ number, delivered, status, nextAt });
    const lost = [...printed].flatMap(([entry, lines]) => {
      const attempts = (kept.get(entry) ?? []).map((attempt) => shown({ ...attempt }));
      return lines.map(shown).filter((line) => !attempts.includes(line));
    });
    expect([printed.size > 0, lost]).toEqual([true, []]);
    // No more than before: nobody takes what happens in this run, and some may be delivered by now.
    const pending = log.filter(({ status }: LogLine) => status === "pending").length;
    const before = Number(jsonLines(stdout())[0]?.["pending"]);
    expect([pending > 0, before >= pending]).toEqual([true, true]);
  },
);

interface LogLine {
  id: string;
  status: string;
  attempts: object[];
}

/** Creates some webhooks, while so many events happen; resolves with the ids of those that were acknowledged. */
async function createUntilKilled(
  { url, kill, untilOut, ended }: RunningSimulator,
  { handlerUrl, random }: { handlerUrl: string; random: Random },
): Promise<string[]> {
  const api = await ApiProgram.open(url);
  const enough = random.integer(1, 20);
  const last = random.integer(2, 40);
  const killed = untilOut(new RegExp(`"type":"event","number":${last},`)).then(() => kill("SIGKILL"));
  const body = { url: handlerUrl, resource: "USER", actions: ["ADDED"] };
  const ordered = { url: handlerUrl, resource: "ORDER", actions: ["ADDED", "CHANGED"] };
  const ids: string[] = [];
  for (let number = 0; number < enough; number += 1) {
    const made = await api
      .ask("POST", "/simulator/v1/webhooks", number % 2 === 0 ? body : ordered)
      .catch(() => undefined);
    if (made === undefined) break; // killed before it had answered
    expect(made.status).toBe(201);
    ids.push(made.answer.id);
  }
  await killed;
  await ended;
  return ids;
}

/** Those of lines that were printed whole. */
function attemptsIn(stdout: string): Record<string, unknown>[] {
  return jsonLines(stdout.slice(0, stdout.lastIndexOf("\n") + 1)).filter(({ type }) => type === "attempt");
}

test("what a killed run left pending is delivered by the next, at the time that was said", async () => {
  const project = await temporaryProject();
  let isUp = false;
  const handler = await startHandler(() => (isUp ? 200 : 503));
  const args = ["--to", handler.url, "--state", "s", "--json", "--time-scale", "1000", "--rate", "0.001"];
  const first = await startSimulator(project, args);
  const [failed] = jsonLines(await first.untilOut(/\{"type":"attempt".*\n/));
  first.kill("SIGKILL");
  await first.ended;
  isUp = true;
  const second = await startSimulator(project, args);
  const [again] = jsonLines(
    await second.untilOut(new RegExp(`\\{"type":"attempt","entry":"${failed?.["entry"]}".*\n`)),
  );
  expect(again).toMatchObject({ uuid: failed?.["uuid"], number: 2, delivered: true, status: 200 });
  expect(jsonLines(second.stdout())[0]).toMatchObject({ pending: 1 });
});

test("a state file that another simulate has open is refused, and that one goes on", async () => {
  const project = await temporaryProject();
  const file = join(project.folder, "marketplace.state");
  const first = await startSimulator(project, ["--state", "marketplace.state"]);
  const refused = await project.run(simulateArgs("--state", "marketplace.state"));
  const stderr = shownError(inUse(file, first.processId, `${file}.lock`));
  expect(refused).toEqual({ status: 3, stdout: "", stderr });
  const api = await ApiProgram.open(first.url);
  expect(await api.call("GET", "/simulator/v1/webhooks")).toMatchObject({
    status: 200,
  });
  first.kill("SIGINT");
  expect((await first.ended).status).toBe(0);
  await startSimulator(project, ["--state", "marketplace.state"]);
});

test.each(["my notes\n", '{"name":"package"}\n', "#!/bin/sh\n"])(
  "%j is no state file, and stays as it is",
  async (content) => {
    const project = await temporaryProject();
    const file = join(project.folder, "notes");
    await writeFile(file, content, { mode: 0o644 });
    const { mtimeMs, mode } = await stat(file);
    const stderr = shownError(noStateFile(file));
    expect(await project.run(simulateArgs("--state", "notes"))).toEqual({ status: 2, stdout: "", stderr });
    expect(await readFile(file, "utf8")).toBe(content);
    expect(await stat(file)).toMatchObject({ mtimeMs, mode });
  },
);

test("with a seed each run tells the same, whatever the API is asked for, and the state file keeps the runs apart", async () => {
  const project = await temporaryProject();
  const handler = await startHandler(() => 503);
  const args = ["--to", handler.url, "--state", "s", "--json", "--seed", "7", "--scenario", "purchase", "--rate", "20"];
  const tell = async (webhooks: number) => {
    const { url, untilOut, kill, ended } = await startSimulator(project, args);
    const api = await ApiProgram.open(url);
    const asked = { url: handler.url, resource: "QUOTE", actions: ["REMOVED"] };
    for (let count = 0; count < webhooks; count += 1) await api.ask("POST", "/simulator/v1/webhooks", asked);
    await untilOut(/"type":"event","number":4,/);
    kill("SIGINT");
    return jsonLines((await ended).stdout);
  };
  const [first, second] = [await tell(0), await tell(2)];
  expect(companyNamed(second)).toBe(companyNamed(first));
  const entries = [...first, ...second].flatMap(({ type, number, entry }) =>
    type === "attempt" && number === 1 ? [entry] : [],
  );
  expect(new Set(entries).size).toBe(entries.length);
});

/** In the first event that was told, and the uuids of the first three. */
function companyNamed(lines: readonly Record<string, unknown>[]): string {
  const events = lines.filter(({ type }) => type === "event").slice(0, 3);
  const [payload] = events.map((line) => line["payload"]);
  const content = isObject(payload) && isObject(payload["resource"]) ? payload["resource"]["content"] : undefined;
  return JSON.stringify([isObject(content) && content["name"], ...events.map(({ uuid }) => uuid)]);
}
