import { join } from "node:path";
import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { rawClient } from "../harness/raw-client.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook } from "../harness/webhook.ts";

// Elsewhere nobody tells how many files a process may open.
test.runIf(process.platform === "linux").each([
  ["say nothing", ""],
  ["are kept after an answer", "GET / HTTP/1.1\r\nhost: x\r\n\r\n"],
])("300 connections that %s leave room for events where 128 files may be open", async (_, said) => {
  const project = await temporaryProject();
  const listener = await startListener(project, [], { through: 'ulimit -n 128; exec "$@"' });
  for (let number = 0; number < 300; number += 1) {
    const client = await rawClient(listener.port);
    if (said !== "") await client.write(said).then(() => client.untilAnswer("records nothing"));
  }
  const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
  const answers = await Promise.all(numbers.map((number) => post(listener.url, numberedWebhook(number))));
  expect(answers.map(({ status }) => status)).toEqual(numbers.map(() => 200));
  expect(await recordedFixtures(join(project.folder, "fixtures"))).toHaveLength(8);
  expect(listener.stderr()).not.toMatch(/connection|EMFILE/i);
});
