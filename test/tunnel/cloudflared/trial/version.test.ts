import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../../../src/clock.ts";
import { askVersion } from "../../../../src/tunnel/index.ts";
import { checkSurroundings, someMachine } from "../../../harness/check-surroundings.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

/** What this script answers when it is asked. */
async function answerOf(script: string) {
  const file = join(await temporaryFolder(), "cloudflared");
  await writeFile(file, `#!/bin/sh\n${script}\n`);
  await chmod(file, 0o755);
  const machine = await someMachine();
  const { tunnel, signal } = await checkSurroundings({ tunnel: { clock: systemClock }, machine });
  return askVersion(file, tunnel, signal);
}

test.each([
  ["echo 'cloudflared version 2026.8.2 (built)'", { version: "2026.8.2", isCloudflareds: true, status: 0 }],
  ["echo usage; exit 3", { said: "usage", isCloudflareds: false, status: 3 }],
  ["kill -SEGV $$", { said: "", isCloudflareds: false, status: "SIGSEGV" }],
  [":", { said: "", isSilent: false, status: 0 }],
])("of %s it tells what it said and how it ended", async (script, answer) => {
  expect(await answerOf(script)).toMatchObject(answer);
});
