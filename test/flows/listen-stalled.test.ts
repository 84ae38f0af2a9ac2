import { expect, test } from "vitest";
import { mostUnread } from "../../src/terminal/bounded-output.ts";
import { eventually } from "../harness/eventually.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { startListener } from "../harness/running-listener.ts";
import { numberedWebhook } from "../harness/webhook.ts";

test("--json into a pipe that is not read answers every event, and says later how many lines are missing", async () => {
  const project = await temporaryProject();
  const listener = await startListener(project, ["--json"]);
  listener.output.pause();
  expect(await postAll(listener.url, 400)).toEqual([200]);
  const before = listener.stdout().length;
  listener.output.resume();
  await eventually(() => Promise.resolve(listener.stdout().includes("OUTPUT_LEFT_OUT") || undefined));
  const late = listener.stdout().length - before;
  listener.kill("SIGTERM");
  const { stdout, status } = await listener.ended;
  const lines = jsonLines(stdout);
  const shown = lines.filter(({ type }) => type === "event");
  const warnings = lines.filter(({ code }) => code === "OUTPUT_LEFT_OUT");
  expect(warnings).toHaveLength(1);
  expect(warnings[0]?.["message"]).toMatch(`${400 - shown.length} lines were left out here`);
  expect(shown.map(({ number }) => number)).toEqual(shown.map((_, index) => index + 1));
  expect([lines[0]?.["type"], lines.at(-1)]).toEqual(["ready", expect.objectContaining({ type: "end" })]);
  expect(lines.at(-1)).toMatchObject({ events: { "company.added": 400 } });
  expect(late).toBeLessThan(mostUnread + 1024 * 1024); // and what the system keeps for the reader
  expect(status).toBe(0);
});

function largeWebhook(number: number): string {
  return numberedWebhook(number, { resource: { type: "COMPANY", content: { name: "x".repeat(16_000) } } });
}

/** The different answers, 16 at a time. */
async function postAll(url: string, count: number): Promise<number[]> {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  const statuses = new Set<number>();
  const sender = async () => {
    for (let number = numbers.shift(); number !== undefined; number = numbers.shift())
      statuses.add((await post(url, largeWebhook(number))).status);
  };
  await Promise.all(Array.from({ length: 16 }, sender));
  return [...statuses];
}
