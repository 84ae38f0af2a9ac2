import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readKeptTunnel, writeKeptTunnel } from "../../../src/state/index.ts";
import { heldTunnel } from "../../harness/held-tunnel.ts";
import { rejection } from "../../harness/rejection.ts";
import { statePlace } from "../../harness/state-place.ts";

test("a project has one at most", async () => {
  const state = await statePlace();
  await heldTunnel({ state });
  expect(await rejection(heldTunnel({ state }))).toMatchObject({ code: "LISTENER_RUNNING" });
});

test("of five that start at once after one that died, one holds it", async () => {
  const state = await statePlace();
  const holder = { processId: 4711, startedAt: "then" };
  await mkdir(join(state.shared, "kept-tunnels"), { recursive: true });
  await writeKeptTunnel(state, { form: 1, version: "0.1.0", holder, root: state.root, control: "/nowhere/control" });
  const started = await Promise.allSettled([1, 2, 3, 4, 5].map(() => heldTunnel({ state })));
  const held = started.filter(({ status }) => status === "fulfilled");
  expect(held).toHaveLength(1);
});

test("a record that is none is no hindrance", async () => {
  const state = await statePlace();
  await mkdir(join(state.shared, "kept-tunnels"), { recursive: true });
  await writeFile(join(state.shared, "kept-tunnels", "shop-0123456789ab.json"), '{"form":1,');
  const { control } = await heldTunnel({ state });
  expect((await readKeptTunnel(state))?.control).toBe(control);
});

test("where it cannot be written down, that is told with the folder, and nothing is left", async () => {
  const state = await statePlace();
  await mkdir(state.shared, { recursive: true });
  const folder = join(state.shared, "kept-tunnels");
  await writeFile(folder, "");
  expect(await rejection(heldTunnel({ state }))).toMatchObject({
    code: "FOLDER_UNWRITABLE",
    message: `The kept tunnel cannot be recorded in ${folder} (ENOTDIR).`,
  });
});

test("a port that is taken is told with what asked for it, and nothing is left", async () => {
  const first = await heldTunnel();
  const { port } = await first.status();
  const state = await statePlace();
  const named = { host: "--host", port: "APPDIRECT_HOOKS_PORT" };
  expect(await rejection(heldTunnel({ state, plan: { port, named } }))).toMatchObject({
    code: "PORT_IN_USE",
    message: `Port ${port} (from APPDIRECT_HOOKS_PORT) is already in use.`,
  });
  expect(await readKeptTunnel(state)).toBeUndefined();
});
