import { expect, test } from "vitest";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";

import type { ExtendedProgram } from "./extended-program.ts";

/** A resource that was added is named, listed, matched, suggested, made up and headed as those of ours are. */
export function testResources(openProject: () => Promise<Project>, program: () => ExtendedProgram): void {
  test("voucher: generate makes its events, each with an identity of its own that it keeps", async () => {
    const { run } = await openProject();
    const { status, stdout } = await run(["generate", "voucher", "--seed", "1", "--count", "2"]);
    expect(status).toBe(0);
    const contents = jsonLines(stdout).map(({ resource }) => contentOf(resource));
    expect(contents.map((content) => content["status"])).toEqual(["UNUSED", "USED", "UNUSED", "USED"]);
    for (const content of contents) {
      expect(Object.keys(content)).toEqual(["id", "code", "owner", "status", "note"]);
      expect(content["code"]).toMatch(/^GIFT-\d{4}$/);
    }
    expect(new Set(contents.map((content) => content["id"])).size).toBe(4);
    expect((await run(["generate", "voucher", "--seed", "1", "--count", "2"])).stdout).toBe(stdout);
  });

  test("voucher: its patterns are matched, and what was mistyped is suggested", async () => {
    const { run } = await openProject();
    const names = async (...patterns: string[]) =>
      jsonLines((await run(["generate", ...patterns])).stdout).map(({ resourceAction }) => resourceAction);
    expect(await names("voucher.*", "!voucher.added")).toEqual(["CHANGED"]);
    const { status, stderr } = await run(["generate", "vouchr.added"]);
    expect([status, stderr.split("\n")[0]]).toEqual([2, '✖ No event matches "vouchr.added".']);
    expect(stderr).toMatch(/\n {2}Did you mean voucher\.added\? Resources: user, .*, voucher\.\n/);
    expect((await run(["generate", "voucher.removed"])).status).toBe(2);
    expect((await run(["listen", "--events", "vouchers"])).stderr).toContain("Did you mean voucher?");
  });

  test("voucher: events lists and explains it, and so does the page of events", async () => {
    const { run } = await openProject();
    const list = (await run(["events"])).stdout;
    expect(list).toMatch(/\nvoucher\.changed +inferred +When it is used\. \(inferred\)\n$/);
    const [event] = jsonLines((await run(["events", "voucher.added", "--json"])).stdout);
    expect(event).toMatchObject({ type: "VOUCHER", open: false, sample: { resource: { type: "VOUCHER" } } });
    expect(event?.["fields"]).toContainEqual(
      expect.objectContaining({ path: "resource.content.status", values: ["UNUSED", "USED"] }),
    );
    const page = await program().generated("docs/events.md");
    expect(page).toMatch(
      /\n\| \[`voucher\.added`\]\(#voucher\) +\| When somebody gets one\. \(inferred\) +\| inferred +\|\n/,
    );
    expect(page).toContain("\n## voucher\n\nA gift of a test's own.\n");
    expect(page).toContain("\n- `status`: `UNUSED`, `USED`\n");
  });

  test("voucher: validate compares with its schema, and tells the words that were meant", async () => {
    const { run } = await openProject();
    const { stdout: made } = await run(["generate", "voucher.added", "--seed", "1"]);
    expect((await run(["validate", "--strict"], { input: made })).status).toBe(0);
    const wrong = made.replace('"UNUSED"', '"unused"').replace('"VOUCHER"', '"voucher"');
    const { status, stdout } = await run(["validate"], { input: wrong });
    expect(status).toBe(1);
    expect(stdout).toContain('resource.type: found the text "voucher"');
    expect(stdout).toContain(
      'resource.content.status: found the text "unused"; documented: one of UNUSED, USED. AppDirect writes UNUSED.',
    );
  });

  test("voucher: it has a schema for editors, and that of any event knows it", async () => {
    const { definitions } = JSON.parse(await program().generated("schemas/voucher.json"));
    expect(definitions.VoucherContent).toMatchObject({
      properties: { note: { type: ["string", "null"] } },
      required: ["id", "code", "owner", "status"],
    });
    const { allOf } = JSON.parse(await program().generated("schemas/event.json"));
    expect(allOf.at(-1).then).toEqual({ $ref: "voucher.json" });
  });

  test("voucher: listen heads its events, with the name of whose it is where that was told, and marks what does not fit", async () => {
    const project = await openProject();
    const typed = ["listen", "--no-tunnel", "--port", "0", "--print-url", "--format", "line", "--count", "2"];
    const { untilOut, ended } = project.start(typed);
    const url = (await untilOut(/^http\S+\n/)).trim();
    const payload = (type: string, uuid: string, content: object) =>
      JSON.stringify({
        uuid: `${uuid}-0000`,
        timestamp: 1_768_467_600_000,
        resource: { type, uuid, url: "https://marketplace.example.com/", content },
        resourceAction: "ADDED",
      });
    await post(url, payload("COMPANY", "company-1", { name: "Acme Corp" }));
    await post(url, payload("VOUCHER", "voucher-1", { code: "GIFT-1", owner: "company-1", status: "UNUSED" }));
    const { stdout } = await ended;
    expect(stdout).toMatch(
      /voucher\.added +GIFT-1 · Acme Corp · UNUSED +\(not as documented, 1 issue: resource\.content\.id: missing/,
    );
  });
}

function contentOf(resource: unknown): Record<string, unknown> {
  const { content } = Object(resource) as { content?: Record<string, unknown> };
  return content ?? {};
}
