import { readFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { posix } from "node:path";
import { expect, test } from "vitest";
import { documents, outsideBlocks, type Document } from "../harness/documents.ts";

const all = await documents();

test.each(all.map((document) => [document.file, document] as const))(
  "every relative link of %s leads somewhere",
  async (_file, document) => {
    expect(await deadLinks(document)).toEqual([]);
  },
);

test.each(["none.md", "CONTRIBUTING.md#no-such-heading", "#no-such-heading", "docs/none.md#x"])(
  "a link to %s would be found",
  async (link) => {
    const text = `# Heading\n\n[one](${link}) and [another](#heading)\n`;
    expect(await deadLinks({ file: "README.md", text })).toEqual([link]);
  },
);

async function deadLinks({ file, text }: Document): Promise<string[]> {
  const links = Array.from(outsideBlocks(text).matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link);
  const relative = links.filter((link) => !/^[a-z]+:/i.test(link));
  const leads = await Promise.all(relative.map((link) => leadsSomewhere(link, { file, text })));
  return relative.filter((_, index) => !leads[index]);
}

async function leadsSomewhere(link: string, { file, text }: Document): Promise<boolean> {
  const [path = "", heading] = link.split("#");
  const target = posix.join(posix.dirname(file), path);
  if (path !== "" && !existsSync(target)) return false;
  if (heading === undefined) return true;
  return headings(path === "" ? text : await readFile(target, "utf8")).includes(heading);
}

/** As GitHub names them. */
function headings(text: string): string[] {
  const titles = outsideBlocks(text).matchAll(/^#+ (.+)$/gm);
  return Array.from(titles, ([, title = ""]) =>
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
}
