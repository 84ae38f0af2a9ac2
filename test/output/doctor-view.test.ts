import { expect, test } from "vitest";
import type { Finding } from "../../src/doctor/index.ts";
import { findingLines } from "../../src/output/doctor-view.ts";
import { createTheme } from "../../src/output/theme.ts";

const folder = "/home/you/.local/state/appdirect-hooks/projects/shop-65a4bc3a47c2"; // 65 wide
const command = `curl -fL --create-dirs -o ~/.local/bin/cloudflared https://github.com/${"x".repeat(60)}`;
const finding = {
  check: "state folder",
  state: "failure",
  message: `${folder} is not writable (EACCES).`,
  mend: ["Make it writable for this user, or name another state folder in XDG_STATE_HOME.", `  ${command}`],
} satisfies Finding;

const shown = async (width: number, different: Partial<Finding> = {}) => {
  const surroundings = { theme: await createTheme(0), nameWidth: 12, width };
  return findingLines({ ...finding, ...different }, surroundings).split("\n");
};

test("a path that does not fit beside the name is below it, and a command to copy on one line", async () => {
  expect(await shown(80)).toEqual([
    "✖ state folder",
    `    ${folder} is not`,
    "    writable (EACCES).",
    "    Make it writable for this user, or name another state folder in",
    "    XDG_STATE_HOME.",
    `      ${command}`,
    "",
  ]);
});

test("what fits beside the name is broken between words", async () => {
  expect(await shown(60, { check: "dns", message: "word ".repeat(12).trim(), mend: [] })).toEqual([
    `✖ dns           ${"word ".repeat(9).trim()}`,
    `                ${"word ".repeat(3).trim()}`,
    "",
  ]);
});

test("outside a terminal no line is broken", async () => {
  expect(await shown(Number.POSITIVE_INFINITY)).toEqual([
    `✖ state folder  ${finding.message}`,
    `    ${finding.mend[0]}`,
    `      ${command}`,
    "",
  ]);
});
