import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { announceListening, findListening, type ProjectState } from "../../src/state/index.ts";
import { freePort } from "../harness/free-port.ts";
import { startRawServer } from "../harness/raw-server.ts";
import { statePlace } from "../harness/state-place.ts";

const alive = () => true;
const dead = () => false;
const at = (port: number, host = "127.0.0.1", processId = 4711) => {
  return { processId, host, port, local: `http://${host}:${port}/` };
};
const records = (place: ProjectState) => readdir(join(place.folder, "listening"));

test("a listener that lives and accepts connections is found", async () => {
  const place = await statePlace();
  const { port } = await startRawServer(() => undefined);
  await announceListening(place, at(port));
  expect(await findListening(place, alive)).toEqual(at(port));
  expect(await records(place)).toEqual(["4711.json"]);
});

test.each(["0.0.0.0", "::"])("one that listens on every address (%s) is found too", async (host) => {
  const place = await statePlace();
  const { port } = await startRawServer(() => undefined);
  await announceListening(place, at(port, host));
  expect(await findListening(place, alive)).toMatchObject({ port, host });
});

test("one whose process is dead is not, and what it left is removed", async () => {
  const place = await statePlace();
  const { port } = await startRawServer(() => undefined);
  await announceListening(place, at(port));
  expect([await findListening(place, dead), await records(place)]).toEqual([undefined, []]);
});

test("a process that lives and holds no such port is another one with the same id", async () => {
  const place = await statePlace();
  await announceListening(place, at(await freePort()));
  expect([await findListening(place, alive), await records(place)]).toEqual([undefined, []]);
});

test("a dead one does not hide one that lives", async () => {
  const place = await statePlace();
  const { port } = await startRawServer(() => undefined);
  await announceListening(place, at(await freePort(), "127.0.0.1", 1));
  await announceListening(place, at(port, "127.0.0.1", 2));
  expect(await findListening(place, alive)).toMatchObject({ processId: 2 });
});

test("half a record, of a process that was killed while it wrote, is removed", async () => {
  const place = await statePlace();
  await mkdir(join(place.folder, "listening"), { recursive: true });
  await writeFile(join(place.folder, "listening", "1.json"), '{"processId":1,"po');
  await writeFile(join(place.folder, "listening", "2.json"), '{"processId":"2"}');
  expect([await findListening(place, alive), await records(place)]).toEqual([undefined, []]);
});

test("where nobody ever listened there is nobody", async () => {
  expect(await findListening(await statePlace(), alive)).toBeUndefined();
});

test("what a listener takes back is gone, twice too", async () => {
  const place = await statePlace();
  const { port } = await startRawServer(() => undefined);
  const withdraw = await announceListening(place, at(port));
  await withdraw();
  await withdraw();
  expect(await findListening(place, alive)).toBeUndefined();
});

test.skipIf(process.platform === "win32")("nobody else may read the record", async () => {
  const place = await statePlace();
  await announceListening(place, at(1));
  expect((await stat(join(place.folder, "listening", "4711.json"))).mode & 0o777).toBe(0o600);
});
