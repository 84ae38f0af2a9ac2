import { expect, test } from "vitest";
import { commandsNotAgreed } from "../../src/commands/sentences/listening.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { shownError } from "../harness/shown-error.ts";
import { hasTmux, openTerminal } from "../harness/tmux.ts";

const everywhere = ["--no-tunnel", "--port", "0", "--host", "0.0.0.0"];
const own = ["--public-url", "https://hooks.example.com"];
const command = ["--exec", "node -e 0"];

test.each([
  [[...everywhere, ...command], "node", "0.0.0.0"],
  [[...everywhere, "3000", "command:node -e 0"], "node", "0.0.0.0"],
  [[...own, ...command], "node", "https://hooks.example.com"],
  [[...own, "--host", "::", ...command], "node", ":: or https://hooks.example.com"],
])("%j would let anyone run a command, so nothing starts without agreement", async (args, commands, places) => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["listen", ...args]);
  expect([status, stdout, stderr]).toEqual([2, "", shownError(commandsNotAgreed(commands, places))]);
  expect((await run(["listen", ...args, "--yes", "--for", "1ms"])).status).toBe(0);
  expect((await run(["listen", ...args, "--auth", "token", "--for", "1ms"])).status).toBe(0);
});

test("what to do is said", () => {
  expect(commandsNotAgreed("audit", "0.0.0.0")).toMatchObject({
    code: "INPUT_NEEDED",
    message: "Anyone who can reach 0.0.0.0 could run audit by posting an event.",
    hint: "Add --auth token so that only AppDirect can, or allow it with --yes.",
  });
});

test.each([
  ["a listener for every network", everywhere, /0\.0\.0\.0:\d+/],
  ["an address of one's own", ["--port", "0", ...own], /https:\/\/hooks\.example\.com/],
])("%s has one line about who can post", async (_, args, place) => {
  const { run } = await temporaryProject();
  const { stderr } = await run(["listen", ...args, "--for", "1ms"]);
  const lines = stderr.split("\n").filter((line) => line.includes("can post") || line.includes("Whoever"));
  expect(lines).toEqual([
    expect.stringMatching(
      new RegExp(`^! Anyone who can reach ${place.source} can post events here. Add --auth token .*$`),
    ),
  ]);
});

test("a command on a listener for this machine alone needs no agreement", async () => {
  const project = await temporaryProject();
  const { kill, ended } = await startListener(project, command);
  kill("SIGTERM");
  expect((await ended).status).toBe(0);
});

test.skipIf(!hasTmux)("in a terminal (tmux), listen asks before anyone can run a command", async () => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await terminal.type(`${project.typed} listen ${everywhere.join(" ")} --exec 'node -e 0'`);
  await terminal.press("Enter");
  await terminal.until(/Anyone who can reach 0\.0\.0\.0 can run node\. Continue\?/);
  await terminal.type("y");
  await terminal.press("Enter");
  const shown = await terminal.until(/Anyone who can reach 0\.0\.0\.0:\d+ can post events here\. Add --auth/);
  expect(shown).not.toContain("✖");
});
