import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { connectToHolder } from "../../../src/sessions/kept/holder-link.ts";
import { readKeptTunnel, writeKeptTunnel } from "../../../src/state/index.ts";
import { heldTunnel, path, up } from "../../harness/held-tunnel.ts";
import { statePlace } from "../../harness/state-place.ts";

/** As a listener that is killed: its connection ends, and nothing is said. */
async function attachAndBreak(control: string, keepMs: number | null) {
  const socket = await connectToHolder(control);
  const attachment = { processId: process.pid, socket: "/nowhere", path, publicPath: path, keepMs, wantsLog: false };
  socket?.write(`${JSON.stringify({ ask: "attach", ...attachment })}\n`);
  await new Promise((resolve) => socket?.once("data", resolve));
  socket?.destroy();
}

test("one that is not to be kept on ends with its listener, however that ends", async () => {
  const { control, ended, script, state } = await heldTunnel();
  script.tell(up);
  await attachAndBreak(control, null);
  await ended;
  expect([script.closed, await readKeptTunnel(state)]).toEqual([1, undefined]);
});

test("a short time is kept to, though it was asleep while somebody listened", async () => {
  const { control, ended, script, clock } = await heldTunnel();
  script.tell(up);
  await attachAndBreak(control, 2_000);
  await clock.untilSleepingFor(2_000);
  await clock.advance(2_000);
  await ended;
  expect(script.closed).toBe(1);
});

test("where a tunnel never stood, the address of the one before it is still known", async () => {
  const state = await statePlace();
  await mkdir(join(state.shared, "kept-tunnels"), { recursive: true });
  const holder = { processId: 4711, startedAt: "then" };
  const record = { form: 1, version: "0.1.0", holder, root: state.root, control: "/nowhere/control", url: up.url };
  await writeKeptTunnel(state, record);
  const { control, ended } = await heldTunnel({ state });
  await attachAndBreak(control, 12 * 3_600_000);
  await ended;
  expect(await readKeptTunnel(state)).toMatchObject({ url: up.url, ended: "the process that kept it open has ended" });
});

test("what a holder that was killed left in its folder is taken away by the next one", async () => {
  const state = await statePlace();
  const folder = join(state.shared, "kept-tunnels");
  await mkdir(join(folder, "sockets-old"), { recursive: true });
  await writeFile(join(folder, "sockets-old", "control"), "");
  const control = join(folder, "sockets-old", "control");
  const holder = { processId: 4711, startedAt: "then" };
  await writeKeptTunnel(state, { form: 1, version: "0.1.0", holder, root: state.root, control });
  await heldTunnel({ state });
  expect(await readdir(folder)).not.toContain("sockets-old");
});

test("where the state folder has a long name, sockets lie in the one for temporary files", async () => {
  const state = await statePlace();
  const long = { ...state, shared: join(state.shared, "x".repeat(90)) };
  const { control } = await heldTunnel({ state: long });
  expect(control.startsWith(long.shared)).toBe(false);
});

test.each(["null", '"stop"', "{}", '{"ask":"attach"}', '{"ask":"dance"}'])(
  "what says %s is not answered",
  async (said) => {
    const { control, status, script } = await heldTunnel();
    script.tell(up);
    const socket = await connectToHolder(control);
    socket?.write(`${said}\n`);
    await new Promise((resolve) => socket?.resume().once("close", resolve));
    expect(await status()).toMatchObject({ state: "up" });
    expect((await status()).usedBy).toBeUndefined();
  },
);
