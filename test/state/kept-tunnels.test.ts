import { mkdir, readdir, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import {
  claimKeptTunnel,
  forgetKeptTunnel,
  keptTunnels,
  readKeptTunnel,
  writeKeptTunnel,
  type KeptTunnelRecord,
} from "../../src/state/index.ts";
import { statePlace } from "../harness/state-place.ts";

const record: KeptTunnelRecord = {
  form: 1,
  version: "0.1.0",
  holder: { processId: 4711, startedAt: "boot 12" },
  root: "/work/shop",
  control: "/tmp/appdirect-hooks-x/control",
};

test("one is claimed, changed and forgotten, in a file that only its user can read", async () => {
  const place = await statePlace();
  expect(await readKeptTunnel(place)).toBeUndefined();
  expect(await claimKeptTunnel(place, record)).toBe(true);
  expect(await readKeptTunnel(place)).toEqual(record);
  await writeKeptTunnel(place, { ...record, url: "https://a-b.trycloudflare.com" });
  expect(await keptTunnels(place)).toEqual([{ ...record, url: "https://a-b.trycloudflare.com" }]);
  const folder = join(place.shared, "kept-tunnels");
  expect((await stat(join(folder, "shop-0123456789ab.json"))).mode & 0o777).toBe(0o600);
  await forgetKeptTunnel(place);
  expect([await readKeptTunnel(place), await readdir(folder)]).toEqual([undefined, []]);
});

test("of two that claim it at once one gets it", async () => {
  const place = await statePlace();
  const claimed = await Promise.all([1, 2, 3].map((form) => claimKeptTunnel(place, { ...record, form })));
  expect(claimed.toSorted()).toEqual([false, false, true]);
});

test("another project has its own", async () => {
  const place = await statePlace();
  const other = { ...place, folder: join(place.shared, "projects", "crm-0123456789ab") };
  await claimKeptTunnel(place, record);
  expect(await readKeptTunnel(other)).toBeUndefined();
  await claimKeptTunnel(other, { ...record, root: "/work/crm" });
  expect((await keptTunnels(place)).map(({ root }) => root).toSorted()).toEqual(["/work/crm", "/work/shop"]);
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
