import { expect, test } from "vitest";
import { simulatorApi } from "../../src/marketplace/simulator/index.ts";
import { temporaryProject } from "../harness/project.ts";

test("--print-api writes the description of the API as JSON, and nothing else", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["simulate", "--print-api"]);
  expect([status, stderr, JSON.parse(stdout)]).toEqual([0, "", simulatorApi]);
  expect(stdout).toMatch(/^\{\n {2}"about": /);
});

test.each([
  [
    ["--print-api", "--count", "1"],
    "--print-api prints the description of the API and exits, so --count has no effect.",
  ],
  [["--token", "sesame"], "--token has no effect without a webhook."],
  [["--to", "3000", "--to", "http://localhost:3000/"], "http://localhost:3000/ is named twice for the same events"],
  [["--to", "command:node handle.js"], "is not an HTTP address"],
  [["--to", "https://hooks.example.com/"], "https://hooks.example.com/ is outside this machine"],
  [["--scenario", "purchase", "--events", "invoice"], "No event of the scenario purchase matches invoice."],
])("simulate %j is refused before anything starts", async (argv, message) => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["simulate", "--port", "0", ...argv]);
  expect([status, stdout]).toEqual([2, ""]);
  expect(stderr).toContain(message);
});
