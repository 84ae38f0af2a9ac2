import { join } from "node:path";
import { expect, test } from "vitest";
import { describeEvent } from "../../src/events/index.ts";
import { seededRandom, type Random } from "../../src/random.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFiles, recordedFixtures } from "../harness/recordings.ts";
import { startListener, type RunningListener } from "../harness/running-listener.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

const rounds = Number(process.env["KILL_ROUNDS"] ?? 5);
const senders = 50;

test(
  "whenever listen is killed under fifty senders, every event that got a 200 is a whole fixture",
  { timeout: 20_000 + rounds * 10_000 },
  async () => {
    const project = await temporaryProject();
    const folder = join(project.folder, "fixtures");
    const random = seededRandom(20_261_123);
    const acknowledged: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const listener = await startListener(project);
      expect((await recordedFiles(folder)).filter((file) => !isRecording(file))).toEqual([]);
      acknowledged.push(...(await sendUntilKilled(listener, { random, round })));
      const recorded = (await recordedFixtures(folder)).map(({ payload }) => describeEvent(payload).uuid);
      expect(acknowledged.filter((uuid) => !recorded.includes(uuid))).toEqual([]);
    }
    await startListener(project);
    expect((await recordedFiles(folder)).filter((file) => !isRecording(file))).toEqual([]);
  },
);

/** Kills it as soon as it has given so many 200s, while others are on their way; resolves with whom it gave one. */
async function sendUntilKilled(
  listener: RunningListener,
  { random, round }: { random: Random; round: number },
): Promise<string[]> {
  const enough = random.integer(1, 300);
  const acknowledged: string[] = [];
  let isKilled = false;
  const sendOn = async (sender: number) => {
    for (let count = 0; !isKilled; count += 1) {
      const number = (round * senders + sender) * 10_000 + count;
      const note = "n".repeat(random.integer(0, 50_000)); // long ones, for a kill to come in the middle of them
      const answer = await post(listener.url, numberedWebhook(number, { note })).catch(() => undefined);
      if (answer === undefined) return;
      expect(answer.status).toBe(200);
      acknowledged.push(uuidOf(number));
      if (acknowledged.length >= enough && !isKilled) {
        isKilled = true;
        listener.kill("SIGKILL");
      }
    }
  };
  await Promise.all(Array.from({ length: senders }, (_, sender) => sendOn(sender)));
  await listener.ended;
  expect(acknowledged.length).toBeGreaterThanOrEqual(enough);
  return acknowledged;
}

function isRecording(file: string): boolean {
  return /^user\.added\/\d{8}T\d{9}Z-[0-9a-f]{8}\.json$/.test(file);
}
