import { expect, test } from "vitest";
import { mistaken } from "../../src/values/sentences.ts";
import { parseTarget } from "../../src/delivery/index.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import type { Project } from "../harness/project.ts";
import { refusal } from "../harness/refusal.ts";
import { writeFiles } from "../harness/write-files.ts";

const env = { BEACON_SETTINGS: "settings.json" };

const found = (name: string) => ({ named: `settings.json: ${name}`, hint: "" });

/** A source of options that was added gives every setting, and is named in every mistake. */
export function testOptions(openProject: () => Promise<Project>): void {
  async function projectWith(settings: object): Promise<Project> {
    const project = await openProject();
    await writeFiles(project.folder, { "settings.json": JSON.stringify(settings) });
    return project;
  }

  test("settings file: what stands there is taken, as text or as JSON has it", async () => {
    const { run } = await projectWith({ port: 0, events: ["order", "!order.removed"], record: false, json: true });
    const { status, stdout } = await run(["listen", "--no-tunnel", "--for", "1ms"], { env });
    const lines = stdout.trim().split("\n");
    expect([status, lines.map((line) => JSON.parse(line).type)]).toEqual([0, ["ready", "end"]]);
    expect(JSON.parse(lines[0] ?? "")).not.toHaveProperty("fixtures");
  });

  test("settings file: a flag and a variable go before it, and it before the default", async () => {
    const { run } = await projectWith({ port: 4760 });
    const light = ["beacon", "light"];
    const variable = { APPDIRECT_HOOKS_BEACON_PORT: "4761" };
    expect((await run([...light, "--port", "4762"], { env: { ...env, ...variable } })).stdout).toContain("4762 (flag)");
    expect((await run(light, { env: { ...env, ...variable } })).stdout).toContain("4761 (environment)");
    expect((await run(light, { env })).stdout).toContain("4760 (settings file)");
    expect((await run(light)).stdout).toContain("4750 (default)");
  });

  test.each([
    [{ port: 70_000 }, "settings.json: port 70000 is not a whole number from 0 to 65535."],
    [{ port: [1] }, "settings.json: port [1] is not a whole number from 0 to 65535."],
    [{ fixtures: true }, "settings.json: fixtures true is not text."],
    [{ events: "subscribtion" }, mistaken(found("events"), noSuchEvent("subscribtion", "")).message],
    [
      { forwardTo: ["3000", ":::"] },
      mistaken(
        found("forwardTo"),
        refusal(() => parseTarget(":::")),
      ).message,
    ],
    [{ token: 42 }, "settings.json: token [redacted] is not text."],
  ])("settings file: of %j is said what is wrong, and where", async (settings, message) => {
    const { run } = await projectWith(settings);
    const { status, stderr } = await run(["listen", "--no-tunnel", "--for", "1ms"], { env });
    expect([status, stderr.split("\n")[0]]).toEqual([2, `✖ ${message}`]);
  });

  test("settings file: what is for one run is not taken from it", async () => {
    const { run } = await projectWith({ count: "no count at all", to: ":::" });
    expect((await run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms"], { env })).status).toBe(0);
  });

  test("settings file: one that cannot be read stops everything before any work", async () => {
    const { run } = await openProject();
    expect((await run(["listen", "--no-tunnel"], { env })).stderr).toBe(
      "✖ The file settings.json cannot be read (ENOENT).\n  Change BEACON_SETTINGS, or unset it.\n",
    );
  });

  test("settings file: targets there give way to those on the command line, and that is said", async () => {
    const { run } = await projectWith({ forwardTo: "4000" });
    const { stderr } = await run(["listen", "--no-tunnel", "--port", "0", "--for", "1ms", "3000"], { env });
    expect(stderr).toContain("replace those of settings.json: forwardTo.\n");
    expect(stderr).toContain("forwarding  http://localhost:3000/\n");
  });
}
