import { expect, test } from "vitest";
import { allTexts } from "../harness/all-texts.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { webhook } from "../harness/webhook.ts";

test("a command's secrets stand neither on the screen nor in what is kept", async () => {
  const project = await temporaryProject();
  const others = ["command:PASSWORD=hunter2 node handle.js", "command:/hunter2/handle.sh"];
  const password = ["--exec", "node -e 0 -- --password hunter2"];
  const { url, ended } = await startListener(project, [...others, ...password, "--count", "1"]);
  await post(url, webhook());
  const { stdout, stderr } = await ended;
  expect(stderr).toContain("node -e 0 -- --password [redacted]");
  expect((stdout + stderr).replaceAll("/hunter2/handle.sh", "")).not.toContain("hunter2"); // a path is shown whole
  const kept = await allTexts(project.stateFolder);
  expect(kept).toContain('"text":"node"');
  expect(kept).not.toContain("hunter2");
});

test("a command without a closing quote is told by its program alone", async () => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(["listen", "--exec", 'curl --password "hunter2']);
  expect([status, stderr]).toEqual([
    2,
    '✖ The quote " in the command starting with "curl" has no closing quote (from --exec).\n' +
      '  Write it as you would type it: node "my scripts/handle.js" --verbose\n',
  ]);
});
