import { expect, test } from "vitest";
import { temporaryProject } from "../harness/project.ts";
import { writeFiles } from "../harness/write-files.ts";

const removed = {
  uuid: "0b326b16-0000-4fca-83f3-314ad567b4b8",
  timestamp: 1_517_825_557_145,
  resource: { type: "SUBSCRIPTION", uuid: "a4ace961-0000-4f28-b09d-af98a7a80e99" },
  resourceAction: "REMOVED",
};
const resource = removed.resource;
const fixture = (payload: unknown) => JSON.stringify({ appdirectHooks: 1, payload });
const line = (different = {}) => JSON.stringify({ ...removed, ...different });

test("a secret is told by its shape, also where what is shown of it is cut, or where it is a name", async () => {
  const { run, folder } = await temporaryProject();
  const token = `eyJ${"aB1_".repeat(30)}.${"cD2-".repeat(30)}.${"eF3_".repeat(30)}`;
  const content = { language: token, locale: '{"password":"sesame-1"}', status: `${"x".repeat(55)} Bearer sesame-2` };
  const added = { ...removed, resource: { ...resource, type: "USER", content }, resourceAction: "ADDED" };
  const named = line({ [token]: 1, "Bearer sesame-3": 1, timestamp: token });
  await writeFiles(folder, {
    "a.json": JSON.stringify(added),
    "b.json": named,
    "c.json": line({ resourceAction: token }),
  });
  for (const more of [[], ["--json"], ["--report", "github"]]) {
    const { stdout, stderr } = await run(["validate", "a.json", "b.json", "c.json", ...more]);
    expect(stdout).toContain("language");
    expect(stdout + stderr).not.toMatch(/sesame|eyJ/);
  }
});

test("a name of any length is shortened, and its place is still found", async () => {
  const { run } = await temporaryProject();
  const { stdout } = await run(["validate"], { input: line({ ["k".repeat(100_000)]: 1 }) });
  expect(stdout).toContain(`standard input:1:${line().length + 1} ${"k".repeat(300)}…: found a number`);
  expect(stdout.length).toBeLessThan(1_000);
});

test("advice on times is the same wherever the machine stands", async () => {
  const { run } = await temporaryProject();
  const order = { ...removed, resource: { ...resource, type: "ORDER", content: { serviceStartDate: "2026/01/15" } } };
  const input = JSON.stringify({ ...order, timestamp: "2026-01-15 10:00", resourceAction: "CHANGED" });
  for (const TZ of ["Asia/Tokyo", "America/Los_Angeles"]) {
    const { stdout } = await run(["validate"], { input, env: { TZ } });
    expect(stdout).toContain('As a day that is "2026-01-15".');
    expect(stdout).toContain("In epoch milliseconds that is 1768471200000.");
  }
});

test("a type that was redacted fits, also with --strict", async () => {
  const { run, folder } = await temporaryProject();
  await writeFiles(folder, { "a.json": fixture({ ...removed, resource: { ...resource, type: "[redacted]" } }) });
  expect((await run(["validate", "a.json", "--strict"])).status).toBe(0);
});
