import { join } from "node:path";
import { expect, test } from "vitest";
import { bundledProgram } from "../../harness/bundled-program.ts";
import { changesIn } from "../../harness/state-file.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";
import { linesUntilKilled } from "../../harness/until-killed.ts";

test("whenever a simulator is killed, the next one finds what was acknowledged", { timeout: 60_000 }, async () => {
  const program = await bundledProgram("appends-until-killed.ts");
  const path = join(await temporaryFolder(), "market.jsonl");
  const acknowledged: number[] = [];
  for (const count of [1, 30, 101, 250, 1_000]) {
    const said = await linesUntilKilled(program, [path, String(100_000 * count)], count);
    const numbers = said.map(Number);
    expect(numbers.length).toBeGreaterThanOrEqual(count);
    acknowledged.push(...numbers);
    const kept = (await changesIn(path)).flatMap((change) =>
      change.type === "attempt" ? [change.attempt.number] : [],
    );
    expect(acknowledged.filter((number) => !kept.includes(number))).toEqual([]);
    expect(kept).toEqual(kept.toSorted((one, other) => one - other));
  }
});
