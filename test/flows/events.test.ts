import { chmod, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parsePatterns } from "../../src/events/index.ts";
import { notInCatalog } from "../../src/events/sentences.ts";
import { onePageAtATime } from "../../src/commands/sentences/catalog.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";
import { refusal } from "../harness/refusal.ts";
import { shownError } from "../harness/shown-error.ts";
import { hasTmux, openTerminal } from "../harness/tmux.ts";
import { writeFiles } from "../harness/write-files.ts";

const payloadPages = "https://developer.appdirect.com/webhooks/working-with-webhooks/payload";

test("events that is piped is one line an event, without colour", async () => {
  const { run } = await temporaryProject();
  const { status, stdout, stderr } = await run(["events"]);
  const lines = stdout.split("\n").slice(0, -1);
  expect([status, stderr, lines.length]).toEqual([0, "", 40]);
  expect(lines).toContain(
    "subscription.removed        documented      When a subscription was cancelled successfully.",
  );
  expect(lines).toContain("quote.added                 not documented  When a quote is created. (inferred)");
});

test("events --json is one object an event", async () => {
  const { run } = await temporaryProject();
  const lines = jsonLines((await run(["events", "--json"])).stdout);
  expect(lines).toHaveLength(40);
  expect(lines.find(({ event }) => event === "subscription.removed")).toEqual({
    event: "subscription.removed",
    resource: "subscription",
    action: "REMOVED",
    when: "When a subscription was cancelled successfully.",
    whenCertainty: "documented",
    type: "SUBSCRIPTION",
    typeCertainty: "documented",
    otherTypes: [],
    url: "/api/billing/v1/subscriptions/{uuid}",
    urlCertainty: "documented",
    source: `${payloadPages}/subscription`,
    shape: "documented",
    open: false,
  });
  expect(lines.find(({ event }) => event === "sales_lead.added")).toMatchObject({ otherTypes: ["LEAD"], open: true });
});

test("events subscription.added shows its payload's fields and a sample, the same each time", async () => {
  const { run } = await temporaryProject();
  const shown = await run(["events", "subscription.added"]);
  expect([shown.status, shown.stderr]).toEqual([0, ""]);
  expect(shown.stdout).toMatch(/\nFields of the payload\n {2}uuid +text\. The id of this webhook\.\n {2}timestamp /);
  expect(shown.stdout).toMatch(/\n {2}resource\.content\.status +one of INITIALIZED, PENDING_USER_APPROVAL, /);
  const sample = JSON.parse(shown.stdout.slice(shown.stdout.indexOf("\n{\n")));
  expect(sample).toMatchObject({ resource: { type: "SUBSCRIPTION" }, resourceAction: "ADDED" });
  expect(await run(["events", "SUBSCRIPTION.ADDED"])).toEqual(shown);
  const [json] = jsonLines((await run(["events", "subscription.added", "--json"])).stdout);
  expect(json).toMatchObject({ event: "subscription.added", summary: expect.any(String), sample });
  expect(json?.["fields"]).toContainEqual({
    path: "resource.type",
    type: "SUBSCRIPTION",
    values: ["SUBSCRIPTION"],
    meaning: "The type of the resource.",
    optional: false,
    open: false,
  });
});

test("events order shows the resource: its content's fields, and a content as the sample", async () => {
  const { run } = await temporaryProject();
  const [json] = jsonLines((await run(["events", "order", "--json"])).stdout);
  expect(json).toMatchObject({ resource: "order", type: "ORDER", typeCertainty: "inferred" });
  const { stdout } = await run(["events", "order"]);
  expect(stdout).toMatch(/^order\nWhat was bought/);
  expect(stdout).toMatch(/\n {2}orderLines\[\*\]\.type +one of ITEM, TAX, PENALTY, DISCOUNT\./);
  expect(JSON.parse(stdout.slice(stdout.indexOf("\n{\n")))).toEqual(json?.["sample"]);
  expect(Object(json?.["sample"])).toHaveProperty("orderLines");
});

test("a resource that nobody documents says so", async () => {
  const { run } = await temporaryProject();
  const { stdout } = await run(["events", "lead"]);
  expect(stdout).toContain("\ncontent  Not documented: any object is valid.\n");
  expect(stdout).toContain("\nurl      Not documented.\n");
  expect(stdout).toContain("\nFields of resource.content\n  No fields are documented.\n");
});

test("patterns list what they fit", async () => {
  const { run } = await temporaryProject();
  const { stdout } = await run(["events", "order.*", "*.removed", "--json"]);
  const names = jsonLines(stdout).map(({ event }) => event);
  expect(names).toHaveLength(13); // 11 resources have REMOVED, and order has two actions more
  expect(names).toEqual(expect.arrayContaining(["order.added", "order.changed", "quote.removed"]));
});

test.each([
  [["subscripton.added"], refusal(() => parsePatterns("subscripton.added"))],
  [["invalid"], notInCatalog("invalid")],
  [["user,order", "--open"], onePageAtATime("user,order", 2)],
])("events %j is refused with what to do instead", async (args, error) => {
  const { run } = await temporaryProject();
  expect(await run(["events", ...args])).toEqual({ status: 2, stdout: "", stderr: shownError(error) });
});

test("--open prints the page's address where there is no terminal", async () => {
  const { run } = await temporaryProject();
  expect(await run(["events", "subscription.added", "--open"])).toEqual({
    status: 0,
    stdout: `${payloadPages}/subscription\n`,
    stderr: "No browser was opened: this is not a terminal.\n",
  });
  const all = await run(["events", "--open", "--json"]);
  expect(jsonLines(all.stdout)).toEqual([
    {
      source: "https://developer.appdirect.com/webhooks/working-with-webhooks/resources-list",
      opened: false,
      reason: "this is not a terminal",
    },
  ]);
});

// In CI it must be there, so that these tests are never left out unseen.
const leftOut = !hasTmux && !process.env["CI"];

test.skipIf(leftOut)("in a terminal (tmux), --open gives the browser the page's address", async () => {
  const project = await temporaryProject();
  await writeFiles(project.folder, { browser: '#!/bin/sh\necho "$@" > asked\n' });
  await chmod(join(project.folder, "browser"), 0o755);
  const terminal = await openTerminal({ ...project, env: { ...project.env, BROWSER: "./browser" } }, { columns: 120 });
  await terminal.type(`${project.typed} events order --open`);
  await terminal.press("Enter");
  expect(await terminal.until(/Opened in the browser\.\n/)).toContain(`\n${payloadPages}/order\n`);
  expect(await readFile(join(project.folder, "asked"), "utf8")).toBe(`${payloadPages}/order\n`);
});

test.skipIf(leftOut)("in a terminal (tmux) of 60 columns, no line of events is broken within a word", async () => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project, { columns: 60, rows: 500 });
  await terminal.type(`${project.typed} events; ${project.typed} events user`);
  await terminal.press("Enter");
  await terminal.until(/"memberships": \[[^]*\n\}\n/);
  const lines = (await terminal.unwrapped()).split("\n").map((line) => line.trimEnd());
  const mayBeLonger = new RegExp(`^\\$ |^(?:url|source) |^ *"\\w+": |${project.typed} events`); // typed before the shell was ready, it has no prompt
  expect(lines.filter((line) => line.length > 60 && !mayBeLonger.test(line))).toEqual([]);
});
