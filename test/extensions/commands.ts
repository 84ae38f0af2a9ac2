import { expect, test } from "vitest";
import { noSuchCommand, noSuchFlag } from "../../src/commands/sentences/parsing.ts";
import type { HooksError } from "../../src/errors.ts";
import type { Project } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";

/** A command with sub-commands that was added is found, explained and suggested as those of ours. */
export function testCommands(openProject: () => Promise<Project>): void {
  test("beacon: its sub-commands run, with options of their own", async () => {
    const { run } = await openProject();
    expect(await run(["beacon", "light", "green", "--port", "4751", "-e", "order"])).toEqual({
      status: 0,
      stdout: "green on 4751 (flag) for order\n",
      stderr: "",
    });
    expect((await run(["beacon", "douse"])).stdout).toBe("dark\n");
  });

  test("beacon: alone it is explained, and so is each of its sub-commands", async () => {
    const { run, typed: program } = await openProject();
    const alone = await run(["beacon"]);
    expect(alone.stdout).toContain("A light that says where the listener is.");
    expect(alone.stdout).toMatch(/\nCommands\n {2}light {2}light it\n {2}douse {2}douse it\n/);
    for (const typed of [
      ["beacon", "--help"],
      ["help", "beacon"],
    ])
      expect(await run(typed)).toEqual(alone);
    const help = (await run(["beacon", "light", "--help"])).stdout;
    const flowing = help.replaceAll(/\s+/g, " ");
    expect(flowing).toContain(`Usage ${program} beacon light [colour] [options] `);
    expect(flowing).toContain("-p, --port <n> where the beacon shines (default: 4750)");
    expect((await run(["help", "beacon", "light"])).stdout).toBe(help);
  });

  test("beacon: the overview lists it, and what was mistyped is suggested", async () => {
    const { run } = await openProject();
    expect((await run([])).stdout).toMatch(/\n {2}beacon +say where the listener is\n/);
    const didYouMean = (name: string) => ({ suggestion: `Did you mean ${name}?`, typed: "", program: "" });
    const refusals: [string[], HooksError][] = [
      [["becon"], noSuchCommand("becon", didYouMean("beacon"))],
      [["beacon", "ligth"], noSuchCommand("beacon ligth", didYouMean("light"))],
      [["beacon", "light", "--prot", "1"], noSuchFlag("--prot", didYouMean("--port"))],
    ];
    for (const [typed, error] of refusals) expect((await run(typed)).stderr).toBe(shownError(error));
  });

  test("beacon: a variable of its own gives its port, and the one of others does not", async () => {
    const { run } = await openProject();
    const light = ["beacon", "light"];
    expect((await run(light, { env: { APPDIRECT_HOOKS_PORT: "1" } })).stdout).toContain("on 4750 (default)");
    const { status, stderr } = await run(light, { env: { APPDIRECT_HOOKS_BEACON_PORT: "x" } });
    expect([status, stderr.split("\n")[0]]).toEqual([
      2,
      "✖ APPDIRECT_HOOKS_BEACON_PORT=x is not a whole number from 0 to 65535.",
    ]);
  });
}
