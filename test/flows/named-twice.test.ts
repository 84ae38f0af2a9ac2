import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";

const listen = ["listen", "--no-tunnel", "--port", "0", "--for", "1ms"];
const twice = "http://localhost:3000/ is named twice for the same events";

test.each([
  [[...listen, "3000", "http://localhost:3000/"], twice],
  [[...listen, "3000", "-f", "localhost:3000"], twice],
  [[...listen, "order=3000", "order=3000"], twice],
  [[...listen, "order,user=3000", "user.*,order.*=3000"], twice],
  [[...listen, "http://127.0.0.1:3000", "3000"], twice],
  [[...listen, "http://[::1]:3000/", "localhost:3000"], "http://localhost:3000/ is named twice"],
  [[...listen, "command:node a.js", "--exec", "node a.js"], "node is named twice"],
  [["generate", "user.added", "--to", "3000", "--to", "3000"], twice],
])("%j is refused: a target is named twice for the same events", async (argv, message) => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(argv);
  expect([status, stderr.split("\n")[0]]).toEqual([2, expect.stringContaining(message)]);
});

test.each([
  [["order=3000", "user=3000"]],
  [["3000", "http://localhost:3000/hooks"]],
  [["3000", "http://127.0.0.1:3001"]],
  [["3000", "http://127.0.0.1.example.com:3000"]],
  [["http://127.0.0.1:3000", "http://[::1]:3000"]],
  [["user.*=3000", "user.added=3000"]],
  [["http://localhost:3000/?token=one", "http://localhost:3000/?token=other"]],
  [["http://ada:one@localhost:3000/", "http://ada:other@localhost:3000/"]],
])("%j are different targets", async (targets) => {
  const { run } = await temporaryProject();
  expect((await run([...listen, ...targets])).status).toBe(0);
});

test("a scenario in the place of an event is told with how to write it", async () => {
  const { run, typed } = await temporaryProject();
  expect(await run(["generate", "purchase"])).toEqual({
    status: 2,
    stdout: "",
    stderr: `✖ purchase is a scenario, not an event.\n  To generate it: ${typed} generate --scenario purchase\n`,
  });
});
