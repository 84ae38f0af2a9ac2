import { join } from "node:path";
import { expect, test } from "vitest";
import { describeEvent } from "../../src/events/index.ts";
import { diskImage, type DiskImage } from "../harness/disk-image.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFiles, recordedFixtures } from "../harness/recordings.ts";
import { startListener, type RunningListener } from "../harness/running-listener.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

// A real power cut is as close as a machine of tests comes to it: what has reached the disk of a mounted file system by
// the moment of the last answer, copied and mounted anew. Never in CI, whose machines have no loop devices to give away.
const rounds = Number(process.env["POWER_CUTS"] ?? 10);

test.skipIf(process.env["CI"]).for([
  ["20 events one after the other", 20, 1],
  ["60 events at once", 60, 60],
] as const)(
  "%s that were acknowledged when the power went are recorded after the next start",
  { timeout: 30_000 + rounds * 10_000 },
  async ([, count, senders], { skip }) => {
    for (let round = 0; round < rounds; round += 1) {
      const disk = diskImage(await temporaryFolder());
      if (disk === undefined) return skip("a disk of its own takes root, Linux and loop devices");
      const listener = await listenerOn(disk);
      const acknowledged = await send(listener, { count, senders });
      listener.kill("SIGSTOP"); // nothing is flushed any more
      const left = disk.copy(`round-${round}`);
      listener.kill("SIGKILL");
      await listenerOn(left);
      const uuids = (await recordedFixtures(folderOn(left))).map(({ payload }) => describeEvent(payload).uuid);
      expect(uuids.toSorted()).toEqual(acknowledged);
      expect((await recordedFiles(folderOn(left))).filter((file) => !file.endsWith(".json"))).toEqual([]);
    }
  },
);

const folderOn = ({ folder }: DiskImage) => join(folder, "fixtures");

async function listenerOn(disk: DiskImage): Promise<RunningListener> {
  return startListener(await temporaryProject(), ["--fixtures", folderOn(disk)]);
}

/** Resolves with the uuids of all once the last 200 has come. */
async function send(
  { url }: RunningListener,
  { count, senders }: { count: number; senders: number },
): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, number) => number);
  const waiting = [...numbers];
  const sendOn = async () => {
    for (let number = waiting.shift(); number !== undefined; number = waiting.shift())
      expect((await post(url, numberedWebhook(number, { note: "n".repeat(2_000) }))).status).toBe(200);
  };
  await Promise.all(Array.from({ length: senders }, sendOn));
  return numbers.map(uuidOf);
}
