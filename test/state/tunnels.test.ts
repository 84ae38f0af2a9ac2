import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { rememberedTunnels, rememberTunnel, tunnelFolder, type ProjectState } from "../../src/state/index.ts";
import { statePlace } from "../harness/state-place.ts";

const recordOf = (owner: number, started: number) => ({
  owner: { processId: owner, startedAt: "boot 100" },
  started: { processId: started, startedAt: "boot 200" },
  arguments: ["tunnel", "--config", "/a folder/cloudflared.yml"],
});

const remembered = async (place: ProjectState) => (await rememberedTunnels(place)).map(({ record }) => record);

/** Puts a file among the records. */
async function leave(place: ProjectState, name: string, text: string): Promise<string> {
  await mkdir(tunnelFolder(place), { recursive: true });
  await writeFile(join(tunnelFolder(place), name), text);
  return join(tunnelFolder(place), name);
}

test("where no tunnel was ever started there is none", async () => {
  expect(await rememberedTunnels(await statePlace())).toEqual([]);
});

test("what is remembered is found as it was, several of one owner too", async () => {
  const place = await statePlace();
  for (const started of [12, 13]) await rememberTunnel(place, recordOf(11, started));
  const found = await remembered(place);
  expect(found.toSorted((a, b) => a.started.processId - b.started.processId)).toEqual([
    recordOf(11, 12),
    recordOf(11, 13),
  ]);
});

test("another project finds it too", async () => {
  const place = await statePlace();
  await rememberTunnel(place, recordOf(11, 12));
  expect(await remembered({ ...place, root: "/other", folder: join(place.shared, "projects", "other") })).toEqual([
    recordOf(11, 12),
  ]);
});

test("the same process is remembered once, as it was told last", async () => {
  const place = await statePlace();
  await rememberTunnel(place, recordOf(11, 12));
  await rememberTunnel(place, { ...recordOf(11, 12), arguments: ["tunnel"] });
  expect(await remembered(place)).toEqual([{ ...recordOf(11, 12), arguments: ["tunnel"] }]);
});

test("what its owner takes back is gone, twice too, and the others stay", async () => {
  const place = await statePlace();
  const forget = await rememberTunnel(place, recordOf(11, 12));
  await rememberTunnel(place, recordOf(21, 22));
  await forget();
  await forget();
  expect(await remembered(place)).toEqual([recordOf(21, 22)]);
});

test("who finds one can forget it, and no other", async () => {
  const place = await statePlace();
  await rememberTunnel(place, recordOf(11, 12));
  await rememberTunnel(place, recordOf(21, 22));
  for (const { record, forget } of await rememberedTunnels(place)) if (record.owner.processId === 11) await forget();
  expect([await remembered(place), await readdir(tunnelFolder(place))]).toEqual([[recordOf(21, 22)], ["21-22.json"]]);
});

const whole = recordOf(11, 12);

test.each([
  ["half a record", JSON.stringify(whole).slice(0, 60)],
  ["an empty file", ""],
  ["null", "null"],
  ["another object", '{"processId":11}'],
  ["a text for a process", JSON.stringify({ ...whole, started: "12" })],
  ["null for a process", JSON.stringify({ ...whole, owner: null })],
  ["a text for a process id", JSON.stringify({ ...whole, started: { ...whole.started, processId: "12" } })],
  ["the process that all others come of", JSON.stringify({ ...whole, started: { ...whole.started, processId: 1 } })],
  ["a group of processes", JSON.stringify({ ...whole, started: { ...whole.started, processId: -12 } })],
  ["a process without a start", JSON.stringify({ ...whole, started: { processId: 12 } })],
  ["a text for the arguments", JSON.stringify({ ...whole, arguments: "tunnel" })],
])("a file that is no record is left alone: %s", async (_, text) => {
  const place = await statePlace();
  const file = await leave(place, "foreign.json", text);
  await rememberTunnel(place, recordOf(21, 22));
  expect([await remembered(place), await readFile(file, "utf8")]).toEqual([[recordOf(21, 22)], text]);
});

test("a record that is not written to its end, and other files of that folder, are left alone", async () => {
  const place = await statePlace();
  await leave(place, "11-12.json.tmp", JSON.stringify(whole));
  await leave(place, "cloudflared.yml", "no-autoupdate: true\n");
  await mkdir(join(tunnelFolder(place), "folder.json"));
  expect(await remembered(place)).toEqual([]);
  expect((await readdir(tunnelFolder(place))).toSorted()).toEqual(["11-12.json.tmp", "cloudflared.yml", "folder.json"]);
});

test("nothing else stays beside a record", async () => {
  const place = await statePlace();
  await rememberTunnel(place, whole);
  expect(await readdir(tunnelFolder(place))).toEqual(["11-12.json"]);
});

test.skipIf(process.platform === "win32")("nobody else may read a record", async () => {
  const place = await statePlace();
  await rememberTunnel(place, whole);
  const modes = [tunnelFolder(place), join(tunnelFolder(place), "11-12.json")].map(
    async (of) => (await stat(of)).mode & 0o777,
  );
  expect(await Promise.all(modes)).toEqual([0o700, 0o600]);
});
