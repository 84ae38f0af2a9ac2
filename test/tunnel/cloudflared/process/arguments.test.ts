import { expect, test } from "vitest";
import { argumentsOf, configText } from "../../../../src/tunnel/cloudflared/process/arguments.ts";

const call = {
  localUrl: "http://127.0.0.1:4747",
  configFile: "/a folder/cloudflared.yml",
  metrics: "127.0.0.1:20241",
  protocol: "http2",
  isNamed: false,
} as const;

/** The value behind each of these flags. */
function valuesOf(args: readonly string[], flags: readonly string[]): (string | undefined)[] {
  return flags.map((flag) => args[args.indexOf(flag) + 1]);
}

test.each([true, false])("everything stands behind the word tunnel, --config above all (named: %s)", (isNamed) => {
  const args = argumentsOf({ ...call, isNamed });
  expect([args[0], args.indexOf("--config") > 0]).toEqual(["tunnel", true]);
});

test.each(["http2", "quic", "auto"] as const)("the flags have their values, with %s too", (protocol) => {
  const flags = ["--config", "--metrics", "--protocol", "--url"];
  const values = ["/a folder/cloudflared.yml", "127.0.0.1:20241", protocol, "http://127.0.0.1:4747"];
  expect(valuesOf(argumentsOf({ ...call, protocol }), flags)).toEqual(values);
});

test("it is told not to replace its own program, in the file too", () => {
  expect([argumentsOf(call).includes("--no-autoupdate"), configText]).toEqual([true, "no-autoupdate: true\n"]);
});

test("calls in flight get less time than we wait for its end, which is 5 s", () => {
  const [period = ""] = valuesOf(argumentsOf(call), ["--grace-period"]);
  expect(Number.parseFloat(period)).toBeLessThan(5);
  expect(period).toMatch(/^\d+s$/);
});

test("a named tunnel is run, and a quick one is not", () => {
  expect(argumentsOf({ ...call, isNamed: true }).at(-1)).toBe("run");
  expect(argumentsOf(call)).not.toContain("run");
});

test.each([true, false])("no flag takes a token, for a list of processes shows it (named: %s)", (isNamed) => {
  expect(argumentsOf({ ...call, isNamed }).join(" ")).not.toMatch(/token|credentials|secret/i);
});
