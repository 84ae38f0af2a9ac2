import { join } from "node:path";
import { expect, test } from "vitest";
import type { Project } from "../harness/project.ts";
import { writeFiles } from "../harness/write-files.ts";

/** A report that was added is written as those of ours are, is named by help, and is suggested. */
export function testReports(openProject: () => Promise<Project>): void {
  test("tap: validate writes a line for each document, its plan, and the summary behind it", async () => {
    const { run, folder } = await openProject();
    const user = (await run(["generate", "user.added"])).stdout;
    await writeFiles(folder, { "a.json": user, "b.json": "[]" });
    const { status, stdout } = await run(["validate", "a.json", "b.json", "--report", "tap"]);
    expect([status, stdout.split("\n")]).toEqual([
      1,
      [
        "ok 1 - a.json",
        "not ok 2 - b.json",
        expect.stringMatching(/^# payload: found an empty list; documented: an object with /),
        "1..2 # appdirect-hooks validate",
        "2 documents: 1 valid, 1 invalid (1 error).",
        "",
      ],
    ]);
    expect((await run(["validate", join(folder, "a.json"), "--report", "tap=x"])).stderr).toContain(
      "tap does not write one",
    );
  });

  test("tap: help names it, and a name near to it gets it as a suggestion", async () => {
    const { run } = await openProject();
    const help = (await run(["validate", "--help"])).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("github, junit=<file>, tap; repeatable");
    expect((await run(["validate", "--report", "tpa"])).stderr).toContain("Did you mean tap?");
  });
}
