import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { views, type ViewOutput } from "../../src/output/index.ts";
import type { CreateView } from "../../src/output/views/view.ts";
import { listening } from "../harness/listening.ts";
import { keepingOutput, viewSurroundings } from "../harness/listen-view.ts";
import { post } from "../harness/post.ts";
import type { Project } from "../harness/project.ts";
import { temporaryFolder } from "../harness/temporary-folder.ts";
import { numberedWebhook } from "../harness/webhook.ts";

const file = join(import.meta.dirname, "sources/output/views/html.ts");
const { htmlView }: { htmlView: CreateView } = await import(pathToFileURL(file).href);

/** A view that was added shows a session as those of ours do, alone or beside them. */
export function testViews(openProject: () => Promise<Project>): void {
  test("html: --format html prints a line an event, and all else beside it", async () => {
    const project = await openProject();
    const typed = ["listen", "--no-tunnel", "--port", "0", "--print-url", "--format", "html", "--count", "2"];
    const { untilOut, ended } = project.start(typed);
    const url = (await untilOut(/^http\S+\n/)).trim();
    for (const number of [1, 2]) await post(url, numberedWebhook(number));
    const { status, stdout, stderr } = await ended;
    expect([status, stdout]).toEqual([
      0,
      `${url}\n<ul>\n<li>#1 user.added · Ada</li>\n<li>#2 user.added · Ada</li>\n</ul>\n`,
    ]);
    expect(stderr.match(/<!-- (\w+) -->/g)).toEqual([
      "<!-- listening -->",
      "<!-- ready -->",
      "<!-- taken -->",
      "<!-- taken -->",
      "<!-- end -->",
    ]);
  });

  test("html: help names it, and a name near to it gets it as a suggestion", async () => {
    const { run } = await openProject();
    const help = (await run(["listen", "--help", "-v"])).stdout.replaceAll(/\s+/g, " ");
    expect(help).toContain("json (one JSON object per line), html (a list for a browser)");
    expect((await run(["listen", "--format", "htlm"])).stderr).toBe(
      "✖ --format htlm is unknown: use pretty, line, json or html.\n  Did you mean html?\n",
    );
  });

  test("html: a session with two views shows every notice in both, the second in a file", async () => {
    const page = join(await temporaryFolder(), "events.html");
    const { output: inFile, end: endFile } = fileOutput(page);
    const screen = keepingOutput();
    const both = [(await views.line.load())(viewSurroundings(screen.output)), htmlView(viewSurroundings(inFile))];
    const { session, url } = await listening({ ending: { count: 2 } }, { views: both });
    await post(url, numberedWebhook(1));
    await post(url, "no JSON");
    await post(url, numberedWebhook(2));
    await session.ended;
    for (const view of both) await view.close();
    await endFile();
    const { out = "", err = "" } = screen.take();
    expect(out.match(/#\d {2}\S+/g)).toEqual(["#1  user.added", "#2  invalid", "#3  user.added"]);
    expect(err).toMatch(/^listening .*received {2}3 events/s);
    expect(await readFile(page, "utf8")).toBe(
      [
        "<!-- listening -->",
        "<ul>",
        "<!-- ready -->",
        "<!-- taken -->",
        "<li>#1 user.added · Ada</li>",
        "<!-- taken -->",
        "<li>#2 invalid</li>",
        "<!-- taken -->",
        "<li>#3 user.added · Ada</li>",
        "<!-- end -->",
        "</ul>",
        "",
      ].join("\n"),
    );
  });
}

/** Both streams of a view in one file. */
function fileOutput(path: string): { output: ViewOutput; end(): Promise<void> } {
  const stream = createWriteStream(path);
  return {
    output: { data: (text) => void stream.write(text), say: (text) => void stream.write(text) },
    end() {
      stream.end();
      return finished(stream);
    },
  };
}
