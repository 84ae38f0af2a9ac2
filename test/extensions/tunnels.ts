import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { cannotBeUsedTogether } from "../../src/commands/sentences/listening.ts";
import type { CreateTunnelProvider } from "../../src/tunnel/index.ts";
import { testTunnel } from "../contracts/tunnel-suite.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";
import { recordedFixtures } from "../harness/recordings.ts";
import { shownError } from "../harness/shown-error.ts";
import { webhook } from "../harness/webhook.ts";

const file = join(import.meta.dirname, "sources/tunnel/beside.ts");
const { beside }: { beside: CreateTunnelProvider } = await import(pathToFileURL(file).href);

/** A kind of tunnel that was added is used as those of ours. */
export function testTunnels(openProject: () => Promise<Project>): void {
  testTunnel("beside", beside, {
    options: () => ({}),
    url: /^http:\/\/127\.0\.0\.1:\d+$/,
    hasProgram: false,
    warnings: [],
    keepsAddress: false,
  });

  test("beside: help names it, and another name gets it as a suggestion", async () => {
    const { run } = await openProject();
    const help = (await run(["listen", "--help", "-v"])).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("beside (a second port of this machine)");
    expect((await run(["listen", "--tunnel", "besid"])).stderr).toBe(
      "✖ --tunnel besid is unknown: use quick, given, named or beside.\n  Did you mean beside?\n",
    );
  });

  test("beside: events come through it, and what it sets stands apart and is not forwarded", async () => {
    const project = await openProject();
    const handler = await startHandler();
    const listen = ["listen", "--port", "0", "--tunnel", "beside", "--json", handler.url];
    const { untilOut, stdout, kill, ended } = project.start(listen);
    await untilOut(/"type":"ready".*\n/);
    const [ready] = jsonLines(stdout());
    const url = String(ready?.["url"]);
    expect([ready?.["tunnel"], url === ready?.["local"]]).toEqual(["beside", false]);
    expect((await post(url, webhook())).status).toBe(200);
    await untilOut(/"type":"delivery"/);
    const [fixture] = await recordedFixtures(join(project.folder, "fixtures"));
    expect(fixture?.request.addedByTunnel).toEqual({ "x-beside": "1" });
    expect(handler.headers()[0]).not.toContain("x-beside: 1");
    kill("SIGINT");
    expect((await ended).status).toBe(0);
    await expect(post(url, webhook())).rejects.toThrow("ECONNREFUSED");
  });

  test("beside: the ready line names it and has its address alone", async () => {
    const project = await openProject();
    const { untilErr, stderr } = project.start(["listen", "--port", "0"], {
      env: { APPDIRECT_HOOKS_TUNNEL: "beside" },
    });
    await untilErr(/Press Ctrl-C to stop/);
    expect(stderr()).toMatch(/\ntunnel {6}beside\n/);
    expect(stderr()).toMatch(/\n\nhttp:\/\/127\.0\.0\.1:\d+\/h\/[\w-]{22}\n\n/);
  });

  test("beside: what it has no use for is refused", async () => {
    const { run } = await openProject();
    const typed = ["listen", "--tunnel", "beside", "--public-url", "https://hooks.example.com"];
    expect(await run(typed)).toEqual({
      status: 2,
      stdout: "",
      stderr: shownError(cannotBeUsedTogether("--tunnel beside", "--public-url")),
    });
  });
}
