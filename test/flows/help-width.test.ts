import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";
import { hasTmux, openTerminal } from "../harness/tmux.ts";

const widest = (text: string) => Math.max(...text.split("\n").map((line) => line.length));

test.each(["40", "60", "200"])("in a pipe help is 80 wide, with COLUMNS=%s too", async (wide) => {
  const { run } = await temporaryProject();
  const plain = await run(["listen", "--help", "-v"]);
  expect(await run(["listen", "--help", "-v"], { env: { COLUMNS: wide } })).toEqual(plain);
  expect(widest(plain.stdout)).toBeLessThanOrEqual(80);
  expect(widest(plain.stdout)).toBeGreaterThan(70);
});

test.skipIf(!hasTmux)("in a terminal of 200 columns help is at most 100 wide, and wider than 80", async () => {
  const project = await temporaryProject();
  const { type, press, until } = await openTerminal(project, { columns: 200 });
  await type(`${project.typed} listen --help -v`);
  await press("Enter");
  const screen = await until(/--version [^$]*\$ *\n*$/);
  expect(widest(screen)).toBeLessThanOrEqual(100);
  expect(widest(screen)).toBeGreaterThan(80);
});

test.skipIf(!hasTmux)("in a terminal of 60 columns help is as wide as that", async () => {
  const project = await temporaryProject();
  const { type, press, until } = await openTerminal(project, { columns: 60 });
  await type(`${project.typed} events --help`);
  await press("Enter");
  const screen = await until(/All \d+ options:\n[^$]*--help -v\n\$ *\n*$/);
  expect(screen).toMatch(/\n {6}--json +print JSON, one value per line; errors too\n/);
});

test.each([
  [["-v", "listen", "--help"]],
  [["-v", "--help", "listen"]],
  [["help", "listen", "-v"]],
  [["help", "-v", "listen"]],
  [["-v", "help", "listen"]],
])("%j is the whole help of listen", async (args) => {
  const { run } = await temporaryProject();
  const whole = await run(["listen", "--help", "-v"]);
  expect(await run(args)).toEqual(whole);
  expect(whole.stdout).toContain("--show-token");
});

test("-v without a command is the overview", async () => {
  const { run } = await temporaryProject();
  expect(await run(["-v", "--help"])).toEqual(await run(["--help"]));
});
