import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { unrememberedTunnels } from "../../../../src/tunnel/index.ts";
import { installStandIn } from "../../../harness/cloudflared.ts";
import { startOrphan } from "../../../harness/orphan.ts";
import { runStandIn } from "../../../harness/run-stand-in.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

async function tunnelFolder(): Promise<string> {
  const folder = join(await temporaryFolder(), "tunnels");
  await mkdir(folder);
  await writeFile(join(folder, "cloudflared.yml"), "no-autoupdate: true\n");
  return folder;
}

const machine = { platform: process.platform };
const numbersIn = async (folder: string, remembered: number[] = []) =>
  (await unrememberedTunnels(folder, machine, remembered)).map(({ processId }) => processId);

test("one that nobody has is found by our configuration, but for those that are remembered", async () => {
  const [folder, other] = [await tunnelFolder(), await tunnelFolder()];
  const pid = await startOrphan(await installStandIn(), folder);
  expect(await numbersIn(folder)).toEqual([pid]);
  expect(await numbersIn(folder, [pid])).toEqual([]);
  expect(await numbersIn(other)).toEqual([]);
});

test("one whose parent is a Node still has its owner", async () => {
  const folder = await tunnelFolder();
  const standIn = await installStandIn();
  const config = ["--config", join(folder, "cloudflared.yml"), "--metrics", "127.0.0.1:0"];
  runStandIn(standIn, ["tunnel", "--no-autoupdate", ...config, "--url", "http://127.0.0.1:9"]);
  await standIn.until("connected");
  expect(await numbersIn(folder)).toEqual([]);
});

test("where there is no configuration of ours, and on Windows, there is none", async () => {
  expect(await numbersIn(join(await temporaryFolder(), "none"))).toEqual([]);
  expect(await unrememberedTunnels(await tunnelFolder(), { platform: "win32" }, [])).toEqual([]);
});
