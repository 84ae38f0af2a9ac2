// Records events into the folder that is given, 50 at a time, and prints the file of each that was recorded.
import { systemClock } from "../../src/clock.ts";
import { createFixture, openFixtureStore } from "../../src/fixtures/index.ts";
import { systemRandom } from "../../src/random.ts";
import { receivedEvent } from "../harness/received-event.ts";

const store = await openFixtureStore({
  folder: process.argv[2] ?? "",
  processId: process.pid,
  isAlive: () => true,
  clock: systemClock,
  random: systemRandom,
});
const note = "n".repeat(20_000); // long enough for a kill to come in the middle of it

async function recordOn(sender: number): Promise<never> {
  for (let number = 0; ; number += 1) {
    const received = receivedEvent(JSON.stringify({ uuid: `${sender}-${number}-abcdefgh`, note }));
    const { description, body, receivedAt: at } = received;
    const outcome = await store.record(createFixture(received, { redact: [] }).fixture, {
      uuid: description.uuid,
      body,
      at,
    });
    if (outcome.outcome === "failed") throw outcome.cause;
    process.stdout.write(`${outcome.file}\n`);
  }
}

await Promise.all(Array.from({ length: 50 }, (_, sender) => recordOn(sender)));
