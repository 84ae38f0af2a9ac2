import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { freePort } from "../harness/free-port.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { numberedWebhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

const files = { "in/1.json": "", "in/2.json": numberedWebhook(2), "in/3.json": numberedWebhook(3) };
const reported = async (folder: string) =>
  (await readFile(join(folder, "out/report.xml"), "utf8")).replaceAll(/ time="\d+\.\d{3}"/g, " time");

test("each delivery is a case of the report, and what cannot be read is an error", async () => {
  const handler = await startRawServer((socket, number) => socket.write(answerWith(number === 1 ? 200 : 500)));
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, files);
  const to = ["--to", handler.url, "--report", "junit=out/report.xml,github"];
  const { status, stdout, stderr } = await run(["replay", "in/1.json", "in/2.json", "in/3.json", ...to]);
  expect([status, stderr.includes("First failure by reason:\n  1 × 500  user.added  status 500\n")]).toEqual([1, true]);
  expect(stdout.split("\n")).toEqual([
    expect.stringMatching(/^::error title=in\/1\.json%3A not sent::/),
    "::error file=in/3.json,title=500::status 500",
    "",
  ]);
  expect((await reported(folder)).split("\n").slice(2)).toEqual([
    '  <testsuite name="appdirect-hooks replay" tests="3" failures="1" errors="1" skipped="0" time>',
    '    <testcase name="in/1.json" classname="unknown">',
    expect.stringMatching(/^ {6}<error message="not sent: in\/1\.json /),
    "    </testcase>",
    '    <testcase name="in/2.json" classname="user.added" file="in/2.json" time/>',
    '    <testcase name="in/3.json" classname="user.added" file="in/3.json" time>',
    '      <failure message="500: status 500" type="error">500: status 500</failure>',
    "    </testcase>",
    "  </testsuite>",
    "</testsuites>",
    "",
  ]);
});

test("the report is there also where no target was reached", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, files);
  const to = ["--to", `127.0.0.1:${await freePort()}`, "--report", "junit=out/report.xml"];
  expect((await run(["replay", "in/2.json", ...to])).status).toBe(3);
  expect(await reported(folder)).toContain('<failure message="refused: ');
});

test("a report that cannot be written ends the program before anything is sent", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, files);
  const { status, stderr } = await run(["replay", "in/2.json", "--to", handler.url, "--report", "junit=in"]);
  expect([status, handler.requests.length]).toEqual([3, 0]);
  expect(stderr).toMatch(/✖ The report .* cannot be written: it is a folder\.\n/);
});

test.each([
  ["--json", "github", "--json and a --report without a file both write to standard output."],
  ["--dry-run", "junit=report.xml", "--dry-run sends nothing, so there is nothing to --report."],
])("%s and --report %s do not go together", async (flag, report, message) => {
  const { run } = await temporaryProject();
  const { status, stderr } = await run(["replay", "last", "--to", "3000", flag, "--report", report]);
  expect([status, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test.skipIf(process.platform === "win32")("the report of a run that was stopped has what was sent", async () => {
  const waiting: (() => void)[] = [];
  const handler = await startRawServer((socket) => void waiting.push(() => socket.write(answerWith(200))));
  const { start, folder } = await temporaryProject();
  await writeFiles(folder, files);
  const { kill, untilErr, ended } = start(["replay", "in", "--to", handler.url, "--report", "junit=out/report.xml"]);
  await handler.untilRequests(1);
  kill("SIGINT");
  await untilErr(/Stopping/);
  for (const answer of waiting) answer();
  expect([(await ended).status, handler.requests.length]).toEqual([1, 1]);
  expect(await reported(folder)).toContain('tests="1" failures="0" errors="0"');
});
