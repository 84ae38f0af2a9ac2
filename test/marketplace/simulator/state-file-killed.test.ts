import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledProgram } from "../../harness/bundled-program.ts";
import { changesIn } from "../../harness/state-file.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

/** Runs the program until it said so many numbers, and kills it; resolves with the numbers. */
async function appendUntilKilled(program: string, path: string, count: number, after: number): Promise<number[]> {
  const child = spawn(process.execPath, [program, path, String(after)], { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(child, "exit");
  let output = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) {
    output += chunk;
    if (output.split("\n").length > count) child.kill("SIGKILL");
  }
  await exited;
  return output.split("\n").slice(0, -1).map(Number);
}

test("whenever a simulator is killed, the next one finds what was acknowledged", { timeout: 60_000 }, async () => {
  const program = await bundledProgram("appends-until-killed.ts");
  const path = join(await temporaryFolder(), "market.jsonl");
  const acknowledged: number[] = [];
  for (const count of [1, 30, 101, 250, 1_000]) {
    const numbers = await appendUntilKilled(program, path, count, 100_000 * count);
    expect(numbers.length).toBeGreaterThanOrEqual(count);
    acknowledged.push(...numbers);
    const kept = (await changesIn(path)).flatMap((change) =>
      change.type === "attempt" ? [change.attempt.number] : [],
    );
    expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([]);
    expect(kept).toEqual(kept.toSorted((one, other) => one - other));
  }
});
