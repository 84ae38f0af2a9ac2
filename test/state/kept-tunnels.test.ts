import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  claimKeptTunnel,
  keptTunnels,
  readKeptTunnel,
  removeKeptTunnel,
  writeKeptTunnel,
  type ClaimSurroundings,
  type KeptTunnelRecord,
  type ProjectState,
} from "../../src/state/index.ts";
import { statePlace } from "../harness/state-place.ts";

const record: KeptTunnelRecord = {
  form: 1,
  version: "0.1.0",
  holder: { processId: 4711, startedAt: "boot 12" },
  root: "/home/ada/shop",
  control: "/tmp/appdirect-hooks-x/control",
};

const fresh = { ...record, control: "/tmp/other/control" };

/** Where nothing else is said, anything that is there counts, and every process lives. */
const claimed = (place: ProjectState, wanted: KeptTunnelRecord, different: Partial<ClaimSurroundings> = {}) =>
  claimKeptTunnel(place, wanted, { isFree: async (found) => found === undefined, isAlive: () => true, ...different });

test("one is claimed, changed and forgotten, in a file that only its user can read", async () => {
  const place = await statePlace();
  expect(await readKeptTunnel(place)).toBeUndefined();
  expect(await claimed(place, record)).toBe(true);
  expect(await readKeptTunnel(place)).toEqual(record);
  await writeKeptTunnel(place, { ...record, url: "https://a-b.trycloudflare.com" });
  expect(await keptTunnels(place)).toEqual([{ ...record, url: "https://a-b.trycloudflare.com" }]);
  const folder = join(place.shared, "kept-tunnels");
  expect((await stat(join(folder, "shop-0123456789ab.json"))).mode & 0o777).toBe(0o600);
  await removeKeptTunnel(place, record);
  expect([await readKeptTunnel(place), await readdir(folder)]).toEqual([undefined, []]);
});

test("of two that claim it at once one gets it", async () => {
  const place = await statePlace();
  const outcomes = await Promise.all(
    [1, 2, 3].map((form) => claimed(place, { ...record, form, holder: { processId: 4711 + form, startedAt: "now" } })),
  );
  expect(outcomes.toSorted()).toEqual([false, false, true]);
});

test("another project has its own", async () => {
  const place = await statePlace();
  const other = { ...place, folder: join(place.shared, "projects", "crm-0123456789ab") };
  await claimed(place, record);
  expect(await readKeptTunnel(other)).toBeUndefined();
  await claimed(other, { ...record, root: "/home/ada/crm" });
  expect((await keptTunnels(place)).map(({ root }) => root).toSorted()).toEqual(["/home/ada/crm", "/home/ada/shop"]);
});

test.each(["", "{", "[]", "null", '{"form":1}', '{"form":1,"holder":{"processId":1,"startedAt":""}}'])(
  "a file that holds %j is none",
  async (text) => {
    const place = await statePlace();
    const folder = join(place.shared, "kept-tunnels");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, "shop-0123456789ab.json"), text);
    expect([await readKeptTunnel(place), await keptTunnels(place)]).toEqual([undefined, []]);
  },
);

test("only what is known is taken away: what somebody else claimed meanwhile stays", async () => {
  const place = await statePlace();
  await claimed(place, fresh);
  await removeKeptTunnel(place, record);
  expect(await readKeptTunnel(place)).toEqual(fresh);
  expect(await readdir(join(place.shared, "kept-tunnels"))).toEqual(["shop-0123456789ab.json"]);
});

test("what is no record is no hindrance, and neither is the lock of a process that is gone", async () => {
  const place = await statePlace();
  const folder = join(place.shared, "kept-tunnels");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "shop-0123456789ab.json"), '{"form":1,');
  await writeFile(join(folder, "shop-0123456789ab.json.lock"), "4711");
  expect(await claimed(place, record, { isAlive: () => true })).toBe(false);
  expect(await claimed(place, record, { isAlive: () => false })).toBe(true);
  expect([await readKeptTunnel(place), await readdir(folder)]).toEqual([record, ["shop-0123456789ab.json"]]);
});

test("whether the one that is there counts is judged by whoever claims", async () => {
  const place = await statePlace();
  await claimed(place, record);
  const seen: unknown[] = [];
  const isFree = async (found: unknown) => seen.push(found) === 2;
  expect([await claimed(place, fresh, { isFree }), await readKeptTunnel(place)]).toEqual([false, record]);
  expect([await claimed(place, fresh, { isFree }), await readKeptTunnel(place)]).toEqual([true, fresh]);
  expect(seen).toEqual([record, record]);
});
