import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { serializeFixture } from "../../src/fixtures/index.ts";
import { logEntry } from "../harness/log-entry.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFiles } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { someFixture } from "../harness/some-fixture.ts";
import { webhook } from "../harness/webhook.ts";

test("what a killed listen left in its log has its files at the next start, which says so", async () => {
  const project = await temporaryProject();
  const folder = join(project.folder, "fixtures");
  const killed = await startListener(project);
  expect((await post(killed.url, webhook())).status).toBe(200);
  killed.kill("SIGKILL");
  await killed.ended;
  const [recording = ""] = await recordedFiles(folder);
  const content = Buffer.from(serializeFixture(someFixture({ event: "user.added" })));
  const names = [recording, recording.replace(/-[0-9a-f]{8}/, "-ba7816bf")];
  const entries = [logEntry({ name: recording, content: await readFile(join(folder, recording)) })];
  await writeFile(
    join(folder, `.appdirect-hooks-${killed.processId}-token.log`),
    Buffer.concat([...entries, ...names.slice(1).map((name) => logEntry({ name, content }))]),
  );
  const next = await startListener(project);
  await next.untilErr(
    /^! An earlier session stopped before it wrote an event to its file\. It is written now: \S*-ba7816bf\.json\.$/m,
  );
  expect(await recordedFiles(folder)).toEqual(names.toSorted());
  expect(await readFile(join(folder, names[1] ?? ""))).toEqual(content);
  next.kill("SIGINT");
  await next.ended;
  expect(readdirSync(folder).toSorted()).toEqual([".gitignore", "user.added"]);
});
