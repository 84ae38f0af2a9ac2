import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { serializeFixture } from "../../src/fixtures/index.ts";
import { startHandler } from "../harness/handler.ts";
import { temporaryProject, type Project } from "../harness/project.ts";
import { someFixture } from "../harness/some-fixture.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";

/** So many recordings, a millisecond apart; `different` gives what stands in a file instead. */
async function recorded({ folder }: Project, count: number, different: (number: number) => string | undefined) {
  const events = join(folder, "fixtures", "user.added");
  await mkdir(events, { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const receivedAt = new Date(Date.UTC(2026, 10, 23) + number).toISOString();
    const text = serializeFixture(someFixture({ event: "user.added", receivedAt, payload: payloadOf(number) }));
    const name = `${receivedAt.replace(/[-:.]/g, "")}-abcdefgh.json`;
    await writeFile(join(events, name), different(number) ?? text);
  }
}

function payloadOf(number: number) {
  const resource = { type: "USER", uuid: `u-${number}` };
  return { uuid: `${number}`.padStart(8, "0"), resource, resourceAction: "ADDED" };
}

const bodyOf = (number: number) => JSON.stringify(payloadOf(number));

/** The program, but that the thread which makes files ready gives the same body for each of them. */
async function programWithMarkedThread(): Promise<string> {
  const place = await temporaryFolder();
  const own = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
  for (const name of ["bin", "dist", "package.json"]) await cp(own(name), join(place, name), { recursive: true });
  const code = `
    import { parentPort } from "node:worker_threads";
    const about = { event: "user.added", receivedAt: "2026-11-23T00:00:00.000Z", recordedHeaders: [], leftOut: [] };
    parentPort.on("message", ({ number, files }) => {
      const events = JSON.stringify(files.map(() => ({ ...about, query: "", headers: [], bodyBytes: 1 })));
      parentPort.postMessage({ number, events, bodies: Buffer.from("!".repeat(files.length)) });
    });`;
  await writeFile(join(place, "dist", "preparing-worker.js"), code);
  return join(place, "bin", "appdirect-hooks.js");
}

test("of a large folder every event is sent in its order, and what is wrong with a file is said", async () => {
  const handler = await startHandler();
  const project = await temporaryProject();
  const wrong: Record<number, string> = { 500: "", 700: '{"appdirectHooks": 1,', 1_100: '{"appdirectHooks": 2}' };
  await recorded(project, 1_200, (number) => wrong[number]);
  const words = ["replay", "fixtures", "--to", handler.url, "--concurrency", "4", "--order", "all"];
  const { status, stderr } = await project.run(words);
  const good = Array.from({ length: 1_200 }, (_, number) => number).filter((number) => wrong[number] === undefined);
  expect(handler.bodies()).toEqual(good.map(bodyOf));
  expect(stderr.match(/^✖ .*/gm)).toEqual([
    expect.stringMatching(/T000000500Z-abcdefgh\.json is empty/),
    expect.stringMatching(/T000000700Z-abcdefgh\.json is cut off/),
    expect.stringMatching(/T000001100Z-abcdefgh\.json/),
  ]);
  expect(stderr).toMatch(/\ndelivered +1,197\n/);
  expect(status).toBe(1);
});

test("its files are read ahead only where nothing of them is changed", async () => {
  const handler = await startHandler();
  const project = await temporaryProject({ program: await programWithMarkedThread() });
  await recorded(project, 1_000, () => undefined);
  const readAhead = async (...words: string[]) => {
    const before = handler.bodies().length;
    await project.run(["replay", "fixtures", "--to", handler.url, ...words]);
    const bodies = handler.bodies().slice(before);
    expect(bodies).toHaveLength(1_000);
    return bodies.filter((body) => body === "!").length;
  };
  expect(await readAhead()).toBeGreaterThan(0);
  expect(await readAhead("--set", "note=1")).toBe(0);
  expect(await readAhead("--where", "resourceAction=ADDED")).toBe(0);
});
