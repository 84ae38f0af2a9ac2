import { expect, test } from "vitest";
import type { Project } from "../harness/project.ts";

/** A check that was added judges as those of ours. */
export function testChecks(openProject: () => Promise<Project>): void {
  test("moon: doctor says what it finds, after those of ours and as wide as they are", async () => {
    const { run } = await openProject();
    const dark = await run(["doctor", "--port", "0"]);
    expect(dark.stdout).toMatch(/\n. state folder {2}.*\n✓ moon {10}The moon is dark\.\n/);
    const full = await run(["doctor", "--port", "0", "--json"], { env: { MOON: "full" } });
    expect([full.status, full.stdout.split("\n").at(-2)]).toEqual([
      1,
      '{"check":"moon","state":"failure","message":"The moon is full.","mend":["Wait two weeks."]}',
    ]);
  });

  test("moon: help names it", async () => {
    const { run } = await openProject();
    const { stdout } = await run(["doctor", "--help", "-v"]);
    expect(stdout.replaceAll(/\s+/g, " ")).toContain("the phase of the moon.");
  });
}
