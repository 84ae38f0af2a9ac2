import { expect, test } from "vitest";
import { errorCodes, HooksError, type ErrorCode } from "../../src/errors.ts";
import { createTheme, errorView, plainTheme } from "../../src/output/index.ts";

const plain = { json: false, debug: false, theme: plainTheme };
const portInUse = new HooksError("PORT_IN_USE", {
  message: "Port 4747 (from --port) is already in use.",
  hint: "Choose another with --port, or omit --port to use a free one.",
  cause: new Error("listen EADDRINUSE"),
});

test("an error is a sentence and what to do", () => {
  expect(errorView(portInUse, plain)).toEqual({
    text:
      "✖ Port 4747 (from --port) is already in use.\n" +
      "  Choose another with --port, or omit --port to use a free one.\n",
    status: 3,
  });
});

test("every line of a hint is indented", () => {
  const error = new HooksError("USAGE", { message: "No.", hint: "First.\nSecond." });
  expect(errorView(error, plain).text).toBe("✖ No.\n  First.\n  Second.\n");
});

test("in a narrow terminal both are wrapped at words, and what is typed is not", () => {
  const hint =
    "Choose another with --port, or stop the tunnel: npx appdirect-hooks tunnel stop\n  kept as it is --here";
  const error = new HooksError("PORT_IN_USE", { message: "Port 4747 (from --port) is already in use.", hint });
  expect(errorView(error, { ...plain, width: 40 }).text.split("\n")).toEqual([
    "✖ Port 4747 (from --port) is already",
    "  in use.",
    "  Choose another with --port, or stop",
    "  the tunnel:",
    "    npx appdirect-hooks tunnel stop",
    "    kept as it is --here",
    "",
  ]);
});

test("an error without a hint is its sentence alone", () => {
  expect(errorView(new HooksError("USAGE", { message: "No." }), plain).text).toBe("✖ No.\n");
});

test("with --json it is one line for programs", () => {
  expect(errorView(portInUse, { ...plain, json: true }).text).toBe(
    '{"error":{"code":"PORT_IN_USE","message":"Port 4747 (from --port) is already in use.",' +
      '"hint":"Choose another with --port, or omit --port to use a free one."}}\n',
  );
});

test("with --debug the stack follows, and that of the cause", () => {
  const { text } = errorView(portInUse, { ...plain, debug: true });
  expect(text).toMatch(
    /^✖ Port 4747 .*\n {2}Choose .*\n\n {2}HooksError: Port 4747 [^]*\n {2}caused by\n\n {2}Error: listen EADDRINUSE\n {6}at /,
  );
});

test("what nobody foresaw is a defect of ours, and asks for a report", () => {
  expect(errorView(new TypeError("x is not a function"), plain)).toEqual({
    text:
      "✖ This is a bug in appdirect-hooks (TypeError: x is not a function).\n" +
      "  Please report it, with the command you typed. --debug shows where it happened.\n",
    status: 70,
  });
});

test("whatever was thrown is told", () => {
  expect(errorView("a word", plain).text).toContain("(a word).");
  expect(errorView(undefined, { ...plain, json: true }).text).toContain('"code":"DEFECT"');
});

test("a message with control characters does not steer the terminal", () => {
  const error = new HooksError("BAD_VALUE", { message: "--to \u001b[2J cannot be used", hint: "not \u009b either" });
  expect(errorView(error, { ...plain, debug: true }).text).not.toMatch(/[\u001b\u009b]/);
});

test("in colour the words are the same", async () => {
  const { text } = errorView(portInUse, { ...plain, theme: await createTheme(1) });
  expect(text).toMatch(/^\u001b\[31m✖\u001b\[39m Port 4747/);
});

const statuses: Record<ErrorCode, number> = {
  USAGE: 2,
  BAD_VALUE: 2,
  UNKNOWN_EVENT: 2,
  NOTHING_SELECTED: 2,
  UNREADABLE_FIXTURE: 2,
  UNREADABLE_STATE: 2,
  FILE_EXISTS: 2,
  INPUT_NEEDED: 2,
  PORT_IN_USE: 3,
  ADDRESS_UNAVAILABLE: 3,
  LISTENER_RUNNING: 3,
  STATE_IN_USE: 3,
  TUNNEL_PROGRAM_MISSING: 3,
  TUNNEL_UNAVAILABLE: 3,
  DOWNLOAD_FAILED: 3,
  OUTPUT_UNWRITABLE: 3,
  FOLDER_UNWRITABLE: 3,
  TARGET_IS_LISTENER: 2,
  EDITOR_UNAVAILABLE: 3,
  TARGET_UNREACHABLE: 3,
  DEFECT: 70,
};

test.each(Object.keys(errorCodes) as ErrorCode[])("%s ends the program with the status of the contract", (code) => {
  expect(errorView(new HooksError(code, { message: "It happened." }), plain).status).toBe(statuses[code]);
});

test.each(Object.entries(errorCodes))("%s has a meaning for the reference", (_, { meaning }) => {
  expect(meaning).toMatch(/^[A-Z].+\.$/);
});
