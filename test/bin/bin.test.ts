import { spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";

test.each(["--version", "-V", "-v"])("%s alone is answered before anything is loaded, built or not", async (flag) => {
  const clone = await unbuiltClone();
  const { version } = JSON.parse(await readFile("package.json", "utf8"));
  expect(runIn(clone, [flag])).toEqual({ status: 0, stdout: `${version}\n`, stderr: "" });
});

test("a clone that was not built says how to build it", async () => {
  expect(runIn(await unbuiltClone(), ["listen"])).toEqual({
    status: 70,
    stdout: "",
    stderr: "✖ appdirect-hooks has not been built here: dist/main.js is missing.\n  Run: npm run build\n",
  });
});

test.each(["20.18.3", "18.20.8", "0.12.18"])("Node %s is refused with what is needed", async (found) => {
  const clone = await unbuiltClone({ node: found });
  expect(runIn(clone, ["--help"])).toEqual({
    status: 3,
    stdout: "",
    stderr:
      `✖ appdirect-hooks needs Node 20.19 or newer, and this is Node ${found}.\n` +
      "  Install a newer Node, then run the same command again.\n",
  });
});

test.each(["20.19.0", "21.0.0", "24.1.0"])("Node %s is taken", async (found) => {
  const clone = await unbuiltClone({ node: found });
  expect(runIn(clone, ["--help"]).stderr).toContain("has not been built here");
});

test("what an old Node must read is in its syntax", async () => {
  const code = (await readFile("bin/appdirect-hooks.js", "utf8")).replaceAll(/\/\/.*/g, "");
  expect(code).not.toMatch(/=>|`|\?\.|\?\?|,\s*\)|\b(const|let|class|async|await|import)\b/);
});

/** The program without its build; `node` is the version it is told that it runs on. */
async function unbuiltClone(told: { node?: string } = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "appdirect-hooks-bin-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp("bin", join(folder, "bin"), { recursive: true });
  await cp("package.json", join(folder, "package.json"));
  const pretend = `Object.defineProperty(process.versions, "node", { value: "${told.node ?? process.versions.node}" });`;
  await writeFile(join(folder, "pretend.cjs"), pretend);
  return folder;
}

function runIn(folder: string, args: string[]) {
  const program = ["--require", join(folder, "pretend.cjs"), join(folder, "bin", "appdirect-hooks.js"), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, program, { encoding: "utf8" });
  return { status, stdout, stderr };
}
