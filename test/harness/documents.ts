import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Document {
  /** From the repository's root, with `/`. */
  file: string;
  text: string;
}

/** What we write for readers: the pages at the root, those of docs and of the samples. */
export async function documents(): Promise<Document[]> {
  const below = await Promise.all(["docs", "fixtures"].map(filesBelow));
  const files = [...(await readdir(".")), ...below.flat()].filter((file) => file.endsWith(".md"));
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(file, "utf8") })));
}

/** The lines of fenced blocks, a continued line as one; and what stands between backticks outside of them. */
export function codeIn(text: string): string[] {
  const parts = text.split(/^```.*$/m);
  const blocks = parts.filter((_, index) => index % 2 === 1).join("\n");
  const spans = outsideBlocks(text).matchAll(/`([^`\n]+)`/g);
  return [...blocks.replaceAll("\\\n", " ").split("\n"), ...Array.from(spans, ([, code = ""]) => code)];
}

export function outsideBlocks(text: string): string {
  const parts = text.split(/^```.*$/m);
  return parts.filter((_, index) => index % 2 === 0).join("\n");
}

async function filesBelow(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return names.map((name) => join(folder, name).replaceAll("\\", "/"));
}
