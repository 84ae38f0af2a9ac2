import { expect, test } from "vitest";
import { colourLevel } from "../../src/terminal/index.ts";

const terminal = { isTerminal: true, env: {} };

test.each([
  ["a terminal", terminal, 1],
  ["a pipe", { ...terminal, isTerminal: false }, 0],
  ["a terminal that is dumb", { ...terminal, env: { TERM: "dumb" } }, 0],
  ["NO_COLOR", { ...terminal, env: { NO_COLOR: "1" } }, 0],
  ["NO_COLOR with any value", { ...terminal, env: { NO_COLOR: "0" } }, 0],
  ["NO_COLOR that is empty, which no-color.org says is none", { ...terminal, env: { NO_COLOR: "" } }, 1],
  ["NO_COLOR beside FORCE_COLOR", { ...terminal, env: { NO_COLOR: "1", FORCE_COLOR: "1" } }, 0],
  ["FORCE_COLOR in a pipe", { isTerminal: false, env: { FORCE_COLOR: "1" } }, 1],
  ["FORCE_COLOR that is empty", { isTerminal: false, env: { FORCE_COLOR: "" } }, 1],
  ["FORCE_COLOR=3, which is still sixteen colours", { isTerminal: false, env: { FORCE_COLOR: "3" } }, 1],
  ["FORCE_COLOR=0", { ...terminal, env: { FORCE_COLOR: "0" } }, 0],
  ["FORCE_COLOR=false", { ...terminal, env: { FORCE_COLOR: "false" } }, 0],
  ["FORCE_COLOR in a dumb terminal", { ...terminal, env: { FORCE_COLOR: "1", TERM: "dumb" } }, 1],
  ["--color in a pipe", { isTerminal: false, env: {}, asked: true }, 1],
  ["--color against NO_COLOR", { ...terminal, env: { NO_COLOR: "1" }, asked: true }, 1],
  ["--no-color in a terminal", { ...terminal, asked: false }, 0],
  ["--no-color against FORCE_COLOR", { ...terminal, env: { FORCE_COLOR: "1" }, asked: false }, 0],
])("with %s the level is as it should be", (_, question, level) => {
  expect(colourLevel(question)).toBe(level);
});
