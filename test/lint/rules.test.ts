import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const violations = resolve("test/lint/violations");
const files = (await readdir(violations, { recursive: true })).filter((name) => name.endsWith(".ts"));
const reported = new Map<string, Set<string>>();
let project: string;

// One run over a project of its own: the real settings leave these files out, and speak of `src` and `test`.
beforeAll(async () => {
  project = await mkdtemp(join(tmpdir(), "appdirect-hooks-lint-"));
  await cp(".oxlintrc.json", join(project, ".oxlintrc.json"));
  await cp("lint", join(project, "lint"), { recursive: true });
  await cp(violations, project, { recursive: true });
  for (const { filename, code } of await lint(project)) {
    reported.set(filename, (reported.get(filename) ?? new Set()).add(code));
  }
});

afterAll(() => rm(project, { recursive: true, force: true }));

test.each(files)("the linter finds in %s what its first line says, and nothing else", async (file) => {
  const [, breaks = "no first line"] = /^\/\/ breaks (.+)\n/.exec(await readFile(join(violations, file), "utf8")) ?? [];
  const found = reported.get(file.replaceAll("\\", "/")) ?? new Set();
  expect([...found].toSorted().join(", ") || "nothing").toBe(breaks);
});

test("every rule that the settings name has a file that breaks it", async () => {
  const settings: Settings = JSON.parse(await readFile(".oxlintrc.json", "utf8"));
  const rules = [settings, ...settings.overrides].flatMap((part) => Object.entries(part.rules));
  const codes = rules.filter(([, severity]) => severity !== "off").map(([name]) => codeOf(name));
  expect([...reported.values()].flatMap((found) => [...found])).toEqual(expect.arrayContaining(codes));
});

/** `import/no-cycle` is reported as `import(no-cycle)`, a rule without a plugin as `eslint(max-lines)`. */
function codeOf(rule: string): string {
  const [name = rule, plugin = "eslint"] = rule.split("/").toReversed();
  return `${plugin}(${name})`;
}

interface Settings {
  rules: Record<string, unknown>;
  overrides: { rules: Record<string, unknown> }[];
}

interface Diagnostic {
  filename: string;
  code: string;
}

function lint(folder: string): Promise<Diagnostic[]> {
  const linter = resolve("node_modules/oxlint/bin/oxlint");
  return new Promise((done, fail) => {
    execFile(process.execPath, [linter, "--format", "json"], { cwd: folder }, (_failed, stdout, stderr) => {
      if (!stdout.startsWith("{")) return fail(new Error(stderr));
      const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
      done(diagnostics);
    });
  });
}
