import { expect, test } from "vitest";
import { isObject, type Json, parsePath } from "../../src/events/index.ts";
import { jsonLines } from "../harness/json-lines.ts";
import type { Project } from "../harness/project.ts";
import type { ExtendedProgram } from "./extended-program.ts";
import { valuesAt } from "../harness/values-at.ts";

const dayMs = 24 * 60 * 60 * 1000;

/** A scenario that was added is told, explained and suggested as ours is. */
export function testScenarios(openProject: () => Promise<Project>, program: () => ExtendedProgram): void {
  test("upgrade: a subscription is suspended, reactivated and upgraded, its ids the same throughout", async () => {
    const { run } = await openProject();
    const { status, stdout } = await run(["generate", "--scenario", "upgrade", "--seed", "1"]);
    expect(status).toBe(0);
    const events = jsonLines(stdout);
    expect(events.map((event) => [at(event, "resource.type"), at(event, "resource.content.status")])).toEqual([
      ["SUBSCRIPTION", "ACTIVE"],
      ["SUBSCRIPTION", "SUSPENDED"],
      ["SUBSCRIPTION", "ACTIVE"],
      ["ORDER", "FINISHED"],
      ["ORDER", "ACTIVE"],
      ["SUBSCRIPTION", "ACTIVE"],
    ]);
    const subscriptions = events.filter((event) => at(event, "resource.type") === "SUBSCRIPTION");
    expect(new Set(subscriptions.map((event) => at(event, "resource.uuid"))).size).toBe(1);
    const [first, , , finished, replacement, upgraded] = events;
    expect(at(replacement, "resource.content.previousOrder.id")).toBe(at(finished, "resource.content.id"));
    expect(at(upgraded, "resource.content.order.id")).toBe(at(replacement, "resource.content.id"));
    expect(at(upgraded, "resource.content.edition.id")).toBe("77777");
    expect(at(upgraded, "resource.content.order.totalPrice")).toBeCloseTo(
      2 * Number(at(first, "resource.content.order.totalPrice")),
    );
  });

  test("upgrade: its steps come when they say, and without a seed none lies in the future", async () => {
    const { run } = await openProject();
    const times = jsonLines((await run(["generate", "--scenario", "upgrade", "--seed", "2"])).stdout).map((event) =>
      Number(at(event, "timestamp")),
    );
    const waits = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(waits).toMatchObject([30 * dayMs, expect.any(Number), 10 * dayMs, expect.any(Number), 1000]);
    expect(waits[1]).toBeGreaterThanOrEqual(dayMs);
    expect(waits[1]).toBeLessThanOrEqual(5 * dayMs);
    const last = jsonLines((await run(["generate", "--scenario", "upgrade", "--count", "2"])).stdout).at(-1);
    expect(Number(at(last, "timestamp"))).toBeLessThanOrEqual(Date.now());
  });

  test("upgrade: help and the reference name it, and a name near to it gets it as a suggestion", async () => {
    const { run } = await openProject();
    const help = (await run(["generate", "--help", "-v"])).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("a whole life cycle: purchase, upgrade");
    expect((await run(["generate", "--scenario", "upgrad"])).stderr).toContain("Did you mean upgrade?");
    expect(await program().generated("docs/reference/commands.md")).toContain("a whole life cycle: purchase, upgrade");
  });
}

const at = (event: unknown, path: string): Json | undefined =>
  isObject(event) ? valuesAt(event, parsePath(path))[0] : undefined;
