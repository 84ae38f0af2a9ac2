import { mkdir, readdir, utimes } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fetchCloudflared } from "../../../../src/tunnel/index.ts";
import { someMachine } from "../../../harness/check-surroundings.ts";
import { manualClock } from "../../../harness/manual-clock.ts";
import { rejection } from "../../../harness/rejection.ts";
import { temporaryFolder } from "../../../harness/temporary-folder.ts";

test("of what others left behind that of the dead is removed, and that of our own number once it is an hour old", async () => {
  const root = await temporaryFolder();
  const cache = join(root, "appdirect-hooks", "cloudflared");
  const clock = manualClock(new Date("2026-11-23T12:00:00Z"));
  const lying = { "fetch-1-young": "11:00", "fetch-1-old": "10:59", "fetch-2-alive": "10:00", "fetch-3-dead": "12:00" };
  for (const [name, time] of Object.entries({ ...lying, other: "10:00" })) {
    await mkdir(join(cache, name), { recursive: true });
    await utimes(join(cache, name), 0, new Date(`2026-11-23T${time}:00Z`));
  }
  const fetching = fetchCloudflared(
    { version: "2026.8.2", bytes: 1, sha256: "" },
    {
      clock,
      machine: await someMachine({ processId: 1, env: { XDG_CACHE_HOME: root } }),
      ownProgram: [process.execPath, "-e", ""],
      settings: { stallMs: 30_000 },
      isAlive: (processId) => processId !== 3,
      atExit: () => () => undefined,
    },
    { signal: new AbortController().signal, progress: () => undefined },
  );
  expect((await rejection(fetching)).code).toBe("DOWNLOAD_FAILED");
  expect((await readdir(cache)).toSorted()).toEqual(["fetch-1-young", "fetch-2-alive", "other"]);
});
