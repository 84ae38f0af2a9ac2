import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFiles } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook } from "../harness/webhook.ts";

const lines = Array.from({ length: 50_000 }, () => "x".repeat(95));
const content = { firstName: "Ada", lines };

// The whole load is the last row of bench/rows/memory.mjs. Elsewhere the system does not tell the peak.
test.runIf(process.platform === "linux")(
  "20 bodies of 5 MB at once take less than 500 MB, and all are recorded",
  async () => {
    const project = await temporaryProject();
    const listener = await startListener(project);
    const bodies = Array.from({ length: 20 }, (_, number) =>
      numberedWebhook(number, { resource: { type: "USER", uuid: "user-1", content } }),
    );
    const answers = await Promise.all(bodies.map((body) => post(listener.url, body)));
    expect(answers.map(({ status }) => status)).toEqual(bodies.map(() => 200));
    expect(await recordedFiles(join(project.folder, "fixtures"))).toHaveLength(20);
    const status = await readFile(`/proc/${listener.processId}/status`, "utf8");
    const [, peak] = /^VmHWM:\s+(\d+) kB/m.exec(status) ?? [];
    expect(Number(peak) / 1000).toBeLessThan(500);
  },
  60_000,
);
