import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, onTestFinished, test } from "vitest";
import { readFixture, serializeFixture, type Fixture } from "../../../../src/fixtures/index.ts";
import { preparedEvent } from "../../../../src/sessions/replay/preparing/prepared-event.ts";
import { PreparingThread } from "../../../../src/sessions/replay/preparing/preparing-thread.ts";
import { bundledProgram } from "../../../harness/bundled-program.ts";
import { eventually } from "../../../harness/eventually.ts";
import { someFixture } from "../../../harness/some-fixture.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

const program = pathToFileURL(await bundledProgram("../../src/sessions/replay/preparing/preparing-worker.ts"));

function openThread(code = program): PreparingThread {
  const thread = new PreparingThread(code);
  onTestFinished(() => thread.close());
  return thread;
}

/** As soon as it can. */
async function prepared(thread: PreparingThread, files: readonly string[]) {
  const { answer } = await eventually(() => {
    const reading = thread.prepare(files);
    return reading && { answer: reading };
  });
  return answer;
}

async function written(contents: Readonly<Record<string, string | Buffer>>): Promise<Record<string, string>> {
  const folder = await temporaryFolder();
  const paths = Object.keys(contents).map((name) => [name, join(folder, name)] as const);
  for (const [name, path] of paths) await writeFile(path, contents[name] ?? "");
  return Object.fromEntries(paths);
}

const request = (headers: Fixture["request"]["headers"], path = "/") => ({ method: "POST", path, headers });
const fixtures: Record<string, Fixture> = {
  "plain.json": someFixture(),
  "secrets.json": someFixture({
    request: request({ "x-a": ["1", "2"], authorization: "[redacted]", host: "x" }, "/?token=[redacted]&b=2"),
    payload: { uuid: "429afed8-0001-4000-8000-000000000002", resource: { uuid: "r-1", key: "[redacted]" } },
  }),
  "raw.json": someFixture({ payload: { price: 10 }, rawBody: { encoding: "utf8", data: '{"price": 10.00}' } }),
  "bytes.json": someFixture({ event: "invalid", payload: null, rawBody: { encoding: "base64", data: "/wA=" } }),
};

test("what it makes ready is what the program makes of the same file", async () => {
  const paths = await written(
    Object.fromEntries(Object.entries(fixtures).map(([name, fixture]) => [name, serializeFixture(fixture)])),
  );
  const events = await prepared(openThread(), Object.values(paths));
  for (const [index, path] of Object.values(paths).entries()) {
    const { outgoing, ...facts } = preparedEvent(await readFixture(path), path);
    const { fixtureText: _, hiddenTexts: __, ...sent } = outgoing;
    expect(events[index]).toMatchObject({ ...facts, outgoing: sent });
  }
  const withheld = Object.keys(paths).indexOf("secrets.json");
  expect(events[withheld]).toMatchObject({
    resourceKey: " r-1",
    recordedHeaders: ["x-a", "authorization", "host"],
    leftOut: ["authorization", "token", "resource.key"],
    outgoing: {
      query: "b=2",
      headers: [
        ["x-a", "1"],
        ["x-a", "2"],
      ],
    },
  });
  expect(events.map((event) => event?.outgoing.body.toString("latin1"))).toEqual([
    '{"uuid":"429afed8-0001-4000-8000-000000000001","resource":{"type":"SUBSCRIPTION"},"resourceAction":"CHANGED"}',
    '{"uuid":"429afed8-0001-4000-8000-000000000002","resource":{"uuid":"r-1"}}',
    '{"price": 10.00}',
    "\u00ff\u0000",
  ]);
});

test("what is not plainly one fixture is left to the program, and nothing else with it", async () => {
  const text = serializeFixture(someFixture());
  const paths = await written({
    "cut-off.json": text.slice(0, -20),
    "wrong.json": text.replace('"method": "POST"', '"method": 1'),
    "withheld.json": text.replace(/"payload": [^]*\n}/, '"payload": "[redacted]"\n}'),
    "payload.json": '{"note":1}',
    "several.json": `${text}${text}`,
    "no-text.json": Buffer.concat([Buffer.from(text), Buffer.from([0xff])]),
    "large.json": text.replace('"CHANGED"', `"${"x".repeat(256 * 1024)}"`),
    "good.json": text,
  });
  const gone = `${paths["good.json"]}.gone`;
  const events = await prepared(openThread(), [gone, ...Object.values(paths)]);
  expect(events.map((event) => event?.outgoing.file)).toEqual([...Array(8).fill(undefined), paths["good.json"]]);
});

test("of much at a time what follows is left to the program", async () => {
  const text = serializeFixture(someFixture({ payload: { note: "x".repeat(200_000) } }));
  const paths = await written(Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`${at}.json`, text])));
  const events = await prepared(openThread(), Object.values(paths));
  const ready = events.map((event) => event !== undefined);
  expect(ready).toEqual(ready.toSorted((one, other) => Number(other) - Number(one)));
  expect(ready.filter(Boolean)).toHaveLength(11); // the eleventh is the first beyond 2 MB
});

test("a thread that ends leaves what it was asked for to the program, and all that follows", async () => {
  const code =
    "import { parentPort } from 'node:worker_threads';" +
    "parentPort.on('message', ({ number, files }) => {" +
    "if (files.length > 0) throw new TypeError('broken');" +
    "parentPort.postMessage({ number, events: '[]', bodies: new Uint8Array() }); });";
  const thread = openThread(new URL(`data:text/javascript,${encodeURIComponent(code)}`));
  expect(await prepared(thread, ["/a.json"])).toEqual([]);
  expect(thread.prepare(["/a.json"])).toBeUndefined();
});
