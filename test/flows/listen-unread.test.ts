import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook, uuidOf } from "../harness/webhook.ts";

const hasNoShell = process.platform === "win32";

test.skipIf(hasNoShell)(
  "stdout that nobody reads any more ends it quietly, with what it acknowledged on disk",
  async () => {
    const project = await temporaryProject();
    const through = `{ "$@"; echo "exit $?" >&2; } | head -n 1`;
    const { url, ended } = await startListener(project, ["--json"], { through });
    const acknowledged: string[] = [];
    for (let number = 1; number <= 50; number += 1) {
      const answer = await post(url, numberedWebhook(number)).catch(() => undefined);
      if (answer === undefined) break;
      acknowledged.push(uuidOf(number));
    }
    const { stdout, stderr } = await ended;
    expect(JSON.parse(stdout)).toMatchObject({ type: "ready" });
    expect(stderr).toBe("exit 0\n");
    expect(acknowledged.length).toBeGreaterThan(0);
    const recorded = await recordedFixtures(join(project.folder, "fixtures"));
    expect(recorded.map(({ payload }) => payload)).toEqual(
      expect.arrayContaining(acknowledged.map((uuid) => expect.objectContaining({ uuid }))),
    );
  },
);

const company = numberedWebhook(1, { resource: { type: "COMPANY", content: { name: "Acme" } } });
const token = "the-token-of-this-test";
const json = { "content-type": "application/json" };

// A shell makes a pipe, Node a socket.
test.skipIf(hasNoShell).each([
  ["a pipe", "an event that --events hides", `{ "$@"; echo "exit $?" >&2; } | head -n 1`, token],
  ["a pipe", "a refusal", `{ "$@"; echo "exit $?" >&2; } | head -n 1`, "another"],
  ["a socket", "an event that --events hides", `"$@"; echo "exit $?" >&2`, token],
  ["a socket", "a refusal", `"$@"; echo "exit $?" >&2`, "another"],
])("--json into %s that nobody reads any more is ended by %s", async (way, _, through, presented) => {
  const project = await temporaryProject();
  const args = ["--json", "--events", "user", "--token", token];
  const { url, output, stderr, ended } = await startListener(project, args, { through });
  if (way === "a socket") output.destroy();
  await eventually(async () => {
    // More than one: the reader may not have gone yet when the first comes.
    await post(url, company, { ...json, authorization: `Bearer ${presented}` }).catch(() => undefined);
    return stderr().includes("exit ") || undefined;
  });
  expect((await ended).stderr).toMatch(/^(?:!.*\n)*exit 0\n$/);
});

test.skipIf(hasNoShell)("--json into a pipe has a blank for each hidden event, in front of a line", async () => {
  const project = await temporaryProject();
  const args = ["--json", "--events", "user", "--count", "1"];
  const { url, ended } = await startListener(project, args, { through: `"$@" | cat` });
  for (const body of [company, company, numberedWebhook(2)]) await post(url, body);
  const { stdout } = await ended;
  expect(jsonLines(stdout).map(({ type }) => type)).toEqual(["ready", "event", "end"]);
  expect(stdout).toContain('\n  {"type":"event"');
});

test.skipIf(hasNoShell)("--json into a file has no blanks", async () => {
  const project = await temporaryProject();
  const args = ["listen", "--no-tunnel", "--port", "0", "--json", "--events", "user", "--count", "1"];
  const { ended } = project.start(args, { through: `"$@" > lines` });
  const linesSoFar = () => readFile(join(project.folder, "lines"), "utf8").catch(() => "");
  const url = await eventually(async () => /http:[^"]+/.exec(await linesSoFar())?.[0]);
  for (const body of [company, numberedWebhook(2)]) await post(url, body);
  await ended;
  expect(await linesSoFar()).toMatch(/^(?:\{.*\}\n){3}$/);
});
