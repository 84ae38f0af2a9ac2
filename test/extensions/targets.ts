import { execFile } from "node:child_process";
import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { noneReached } from "../../src/commands/sentences/targets.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { shownError } from "../harness/shown-error.ts";
import { numberedWebhook } from "../harness/webhook.ts";

const order = (number: number) => numberedWebhook(number, { resource: { type: "ORDER", uuid: "order-1" } });

/** A kind of target that was added is right wherever its kind is shown. */
export function testTargets(openProject: () => Promise<Project>): void {
  test("file: listen forwards to it what it asked for, and says so in its words", async () => {
    const project = await openProject();
    const targets = ["user=file:users.ndjson", "--forward-to", "file:all.ndjson"];
    const { stdout, stderr } = await listenTo(project, targets, [numberedWebhook(1), order(2)]);
    expect(await linesOf(project, "users.ndjson")).toEqual([numberedWebhook(1)]);
    expect(await linesOf(project, "all.ndjson")).toEqual([numberedWebhook(1), order(2)]);
    expect(stderr).toMatch(/^forwarding {2}file:users\.ndjson gets user\n {12}file:all\.ndjson$/m);
    expect(stderr).toContain("forwarded  3 delivered, 0 failed\n");
    expect(stdout).toMatch(/^ {10}#1 {2}user\.added → file:users\.ndjson {2}appended +\d+ ms$/m);
  });

  test("file: programs are told of its deliveries as of all others", async () => {
    const project = await openProject();
    const { stdout } = await listenTo(project, ["file:all.ndjson", "--json"], [numberedWebhook(1)]);
    const [delivery] = jsonLines(stdout).filter(({ type }) => type === "delivery");
    expect(delivery).toMatchObject({ target: "file:all.ndjson", delivered: true, ms: expect.any(Number) });
    expect(delivery).not.toHaveProperty("status");
  });

  test("file: replay sends to it, and without --to to that of the last listen", async () => {
    const project = await openProject();
    await listenTo(project, ["order=file:all.ndjson"], [order(1)]);
    const again = await project.run(["replay", "last"]);
    expect([again.status, again.stderr.split("\n")[0]]).toEqual([
      0,
      "To file:all.ndjson, like the last listen of this project.",
    ]);
    const typed = await project.run(["replay", "last", "--to", "file:other.ndjson", "--wait", "1s"]);
    expect(typed.stdout).toMatch(/^order\.added → file:other\.ndjson {2}appended +\d+ ms {2}fixtures\//);
    expect(await linesOf(project, "all.ndjson")).toEqual([order(1), order(1)]);
    expect(await linesOf(project, "other.ndjson")).toEqual([order(1)]);
  });

  test("file: what it did not take is sent again by --failed, to where it failed", async () => {
    const project = await openProject();
    const { status, stdout, stderr } = await listenTo(
      project,
      ["file:later/all.ndjson"],
      [numberedWebhook(1), order(2)],
    );
    expect([status, stdout]).toEqual([
      1,
      expect.stringMatching(/ failed after \d+ ms {3}later\/all\.ndjson: ENOENT$/m),
    ]);
    expect(stderr).toMatch(/To resend undelivered events:\s+node \S+ replay --failed\n$/);
    await mkdir(join(project.folder, "later"));
    const again = await project.run(["replay", "--failed"]);
    expect(again.status).toBe(0);
    expect(await linesOf(project, "later/all.ndjson")).toEqual([numberedWebhook(1), order(2)]);
    expect((await project.run(["replay", "--failed"])).status).toBe(2);
  });

  test("file: a replay that reached none of its targets is exit 3", async () => {
    const project = await openProject();
    await listenTo(project, [], [numberedWebhook(1)]);
    const { status, stderr } = await project.run(["replay", "last", "--to", "file:nowhere/all.ndjson"]);
    expect([status, stderr]).toEqual([
      3,
      expect.stringContaining(`\n${shownError(noneReached(["file:nowhere/all.ndjson"], []))}`),
    ]);
  });

  test("file: with --respond handler a failure is the sender's 502", async () => {
    const project = await openProject();
    const listener = await startListener(project, ["file:nowhere/all.ndjson", "--respond", "handler", "--count", "1"]);
    expect((await post(listener.url, numberedWebhook(1))).status).toBe(502);
    expect((await listener.ended).status).toBe(1);
  });

  test("file: the journal has its kind, its text, and that it can be sent to again", async () => {
    const project = await openProject();
    await listenTo(project, ["user=file:all.ndjson"], [numberedWebhook(1)]);
    const kept = { kind: "file", text: "file:all.ndjson", canBeSentToAgain: true };
    expect(await journalOf(project)).toMatchObject([
      { type: "start", targets: [{ ...kept, patterns: "user", credentials: false, headers: [] }] },
      { type: "received", targets: [kept] },
      { type: "delivery", target: kept, delivered: true },
      { type: "end" },
    ]);
  });

  test("file: --dry-run prints what a shell does to the same end, and facts for programs", async () => {
    const project = await openProject();
    await listenTo(project, [], [numberedWebhook(1, { note: "it's" })]);
    const dryRun = ["replay", "last", "--to", "file:all.ndjson", "--dry-run"];
    const { stdout } = await project.run(dryRun);
    await promisify(execFile)("sh", ["-c", stdout], { cwd: project.folder });
    expect(await linesOf(project, "all.ndjson")).toEqual([numberedWebhook(1, { note: "it's" })]);
    expect(jsonLines((await project.run([...dryRun, "--json"])).stdout)).toEqual([
      { type: "request", file: "all.ndjson", line: numberedWebhook(1, { note: "it's" }) },
    ]);
  });

  test("file: help names it wherever a target is named, and a mistake is said in its words", async () => {
    const { run } = await openProject();
    for (const command of ["listen", "replay", "generate"]) {
      expect((await run([command, "--help", "-v"])).stdout.replaceAll(/\s+/g, " ")).toContain(
        "or a port; or file:<path>",
      );
    }
    const { status, stderr } = await run(["listen", "--no-tunnel", "file:", "--for", "1ms"]);
    expect([status, stderr]).toEqual([
      2,
      expect.stringMatching(/^✖ No path stands after file:\.\n {2}Use a URL .*; or a file \(file:events\.ndjson\)/),
    ]);
  });
}

/** A `listen` with these arguments that takes these bodies and ends. */
async function listenTo(project: Project, args: readonly string[], bodies: readonly string[]) {
  const { url, ended } = await startListener(project, [...args, "--count", String(bodies.length)]);
  for (const body of bodies) expect((await post(url, body)).status).toBe(200);
  return ended;
}

async function linesOf({ folder }: Project, name: string): Promise<string[]> {
  return (await readFile(join(folder, name), "utf8")).split("\n").slice(0, -1);
}

async function journalOf({ stateFolder }: Project): Promise<Record<string, unknown>[]> {
  const names = await readdir(stateFolder, { recursive: true });
  const [name = ""] = names.filter((one) => one.endsWith(".ndjson"));
  return jsonLines(await readFile(join(stateFolder, name), "utf8"));
}
