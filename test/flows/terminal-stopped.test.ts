import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { mostUnread } from "../../src/terminal/bounded-output.ts";
import { eventually } from "../harness/eventually.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { numberedWebhook } from "../harness/webhook.ts";

// `script` (util-linux, in Debian's bsdutils) gives the program a terminal; it reads it only while it is read itself.
const leftOut = process.platform !== "linux" || (!hasScript() && !process.env["CI"]);

test.skipIf(leftOut)(
  "in a terminal that takes nothing, every event is answered, and shown in order later",
  async () => {
    const { terminal, url } = await listenInScript();
    terminal.output.pause();
    const statuses = new Set<number>();
    for (let number = 1; number <= 150; number += 1)
      statuses.add((await post(url, numberedWebhook(number, large))).status);
    expect([...statuses]).toEqual([200]);
    terminal.output.resume();
    await terminal.untilOut(/"number":150,/);
    expect(numbersIn(terminal.stdout())).toEqual(Array.from({ length: 150 }, (_, index) => index + 1));
    terminal.input.write("\u0003");
    await terminal.untilOut(/"type":"end"/);
    await terminal.ended;
  },
);

test.skipIf(leftOut)("what a terminal that takes nothing cannot keep is counted", async () => {
  const { terminal, url } = await listenInScript();
  terminal.output.pause();
  const many = Math.ceil(mostUnread / 16_000) + 80;
  await Promise.all(Array.from({ length: many }, (_, index) => post(url, numberedWebhook(index, large))));
  terminal.output.resume();
  const [, count] =
    /"(\d+) lines were left out here/.exec(await terminal.untilOut(/"\d+ lines were left out here/)) ?? [];
  expect(numbersIn(terminal.stdout())).toHaveLength(many - Number(count));
});

test.skipIf(leftOut)("a second Ctrl-C ends it at once, also while the terminal takes nothing", async () => {
  const { terminal, url, processId } = await listenInScript();
  terminal.output.pause();
  for (let number = 1; number <= 100; number += 1) await post(url, numberedWebhook(number, large));
  process.kill(processId, "SIGINT");
  await eventually(async () => ((await post(url, "{}").catch(() => undefined)) === undefined ? true : undefined));
  process.kill(processId, "SIGINT");
  expect(await eventually(() => (isRunning(processId) ? undefined : "ended"))).toBe("ended");
});

const large = { resource: { type: "COMPANY", content: { name: "x".repeat(16_000) } } };

async function listenInScript() {
  const project = await temporaryProject();
  const command = `${process.execPath} ${project.typed.replace("node ", "")} listen --no-tunnel --port 0 --json --ready-file ready.json`;
  const terminal = project.start([], { through: `exec script -qfec '${command}' /dev/null` });
  const ready: unknown = await eventually(() =>
    readFile(join(project.folder, "ready.json"), "utf8").then(
      (text) => JSON.parse(text) as unknown,
      () => undefined,
    ),
  );
  const { local, pid } = ready as { local: string; pid: number };
  return { terminal, url: local, processId: pid };
}

function numbersIn(text: string): number[] {
  return Array.from(text.matchAll(/"type":"event","number":(\d+),/g), ([, number]) => Number(number));
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch {
    return false;
  }
}

function hasScript(): boolean {
  try {
    execFileSync("script", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
