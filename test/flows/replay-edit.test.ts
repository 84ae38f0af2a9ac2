import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { editAndStandardInput, noEditor } from "../../src/commands/sentences/editing.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { program } from "../harness/program.ts";
import { temporaryProject } from "../harness/project.ts";
import { shownError } from "../harness/shown-error.ts";
import { hasTmux, openTerminal } from "../harness/tmux.ts";
import { webhook } from "../harness/webhook.ts";
import { writeFiles } from "../harness/write-files.ts";

// In CI it must be there, so that these tests are never left out unseen.
const leftOut = !hasTmux && !process.env["CI"];

/** A project with one payload, and a handler to send it to. */
async function projectWithPayload() {
  const [project, handler] = [await temporaryProject(), await startHandler()];
  await writeFiles(project.folder, { "1.json": webhook() });
  const edit = ["replay", "1.json", "--to", handler.url, "--edit"];
  const editor = (change: string) => program("edits.js", join(project.folder, "editor.log"), change);
  return { project, handler, edit, editor };
}

test("--edit sends what an editor made of the payload, says that its uuid is the old one, and leaves no file", async () => {
  const { project, handler, edit, editor } = await projectWithPayload();
  const args = [...edit, "--where", "resource.content.firstName=Ada", "--set", "resource.content.age=36", "--json"];
  const { status, stdout, stderr } = await project.run(args, { env: { VISUAL: editor("Ada=>Grace") } });
  expect([status, stderr]).toEqual([
    0,
    "1 file edited\n" +
      "! Added resource.content.age (no payload had it).\n" +
      "The changed event keeps its uuid, so a handler that drops repeats ignores it. --fresh gives it a new one.\n",
  ]);
  expect(jsonLines(stdout).map(({ type }) => type)).toEqual(["delivery", "end"]);
  expect(handler.bodies()).toEqual([webhook().replace('"Ada"', '"Grace","age":36')]);
  expect(await readdir(project.env["TMPDIR"] ?? "")).toEqual([]);
});

test("an event whose editor failed is not sent; --dry-run shows what would be", async () => {
  const { project, handler, edit, editor } = await projectWithPayload();
  const failed = await project.run(edit, { env: { EDITOR: editor("fail") } });
  expect([failed.status, failed.stderr]).toEqual([
    2,
    expect.stringContaining("✖ 1.json was not sent: the editor ended with status 3.\n"),
  ]);
  const { status, stdout } = await project.run([...edit, "--dry-run"], { env: { EDITOR: editor("Ada=>Grace") } });
  expect([status, stdout, handler.bodies()]).toEqual([0, expect.stringContaining('"firstName":"Grace"'), []]);
});

test("nobody is left waiting for an editor that nobody can use", async () => {
  const { project, handler, edit } = await projectWithPayload();
  const bare = await project.run(edit);
  expect([bare.status, bare.stderr]).toEqual([2, shownError(noEditor("vi"))]);
  const { status, stderr } = await project.run([...edit, "-"], { input: webhook() });
  expect([status, stderr, handler.bodies()]).toEqual([2, shownError(editAndStandardInput()), []]);
});

/** Takes Ctrl-C as an editor does; at the next key it changes the file, which is no JSON the first time. */
const editor = `import { readFileSync, writeFileSync } from "node:fs";
const file = process.argv[2];
const text = readFileSync(file, "utf8");
process.on("SIGINT", () => console.log("interrupted"));
console.log("editor is open");
process.stdin.once("data", () => {
  writeFileSync(file, text.includes("Ada") ? text.replace('"Ada"', "Grace") : text.replace("Grace", '"Grace"'));
  process.exit();
});`;

test.skipIf(leftOut)("in a terminal (tmux), Ctrl-C is the editor's, and a mistake can be edited again", async () => {
  const { project, handler, edit } = await projectWithPayload();
  await writeFiles(project.folder, { "editor.mjs": editor });
  const terminal = await openTerminal(project);
  await terminal.type(`EDITOR="node editor.mjs" ${project.typed} ${edit.join(" ")}`);
  await terminal.press("Enter");
  await terminal.until(/\neditor is open/);
  await terminal.press("C-c");
  await terminal.until(/\n(\^C)?interrupted/);
  await terminal.press("Enter");
  await terminal.until(/line 8, column 20 has "Grace" where a value is expected\.\n\? Edit again\? \(y\/N\)/);
  await terminal.press("y", "Enter");
  await terminal.until(/Yes\neditor is open/);
  await terminal.press("Enter");
  await terminal.until(/delivered +1/);
  expect(handler.bodies()).toEqual([webhook().replace("Ada", "Grace")]);
  expect(await readFile(join(project.folder, "1.json"), "utf8")).toBe(webhook());
});
