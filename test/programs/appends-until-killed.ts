// Appends attempts to the state file that is given, 20 at a time, and prints the number of each that is kept.
import { openStateFile } from "../../src/marketplace/simulator/state-file.ts";

const { store } = await openStateFile(process.argv[2] ?? "", { processId: process.pid, isAlive: () => false });
const reason = "r".repeat(5_000); // long enough for a kill to come in the middle of it
let last = Number(process.argv[3] ?? 0);

async function appendOn(): Promise<never> {
  for (;;) {
    const number = (last += 1);
    const attempt = { number, at: "2026-11-29T14:05:11.000Z", ms: 12, delivered: false, reason };
    await store.append({ type: "attempt", entry: "entry-1", attempt });
    process.stdout.write(`${number}\n`);
  }
}

await Promise.all(Array.from({ length: 20 }, appendOn));
