import { expect, test } from "vitest";
import { commandLines } from "../../scripts/reference/command-lines.ts";
import { commandSamples } from "../../scripts/reference/listen-lines-page.ts";
import { startHandler } from "../harness/handler.ts";
import { jsonLines } from "../harness/json-lines.ts";
import { temporaryProject } from "../harness/project.ts";

const samples = commandSamples();

test.each(commandLines.map((one, index) => ({ ...one, sample: samples[index] ?? "" })))(
  "the sample of $command, $line has only documented fields, and all that are never missing",
  ({ fields, sample }) => {
    const printed = Object.keys(JSON.parse(sample));
    const documented = fields.map(([name]) => name);
    expect(printed.filter((name) => !documented.includes(name))).toEqual([]);
    const never = fields.filter(([, type]) => !type.endsWith("?")).map(([name]) => name);
    expect(never.filter((name) => !printed.includes(name))).toEqual([]);
  },
);

test("every field that commands print with --json is in their tables", async () => {
  const { run } = await temporaryProject();
  const handler = await startHandler();
  const written = await run(["generate", "user", "--json", "--out", "fixtures"]);
  const outputs: [command: string, text: string][] = [
    ["generate", written.stdout],
    ["events", (await run(["events", "--json"])).stdout],
    ["events", (await run(["events", "user", "--json"])).stdout],
    ["events", (await run(["events", "user.added", "--json"])).stdout],
    ["validate", (await run(["validate", "--json"], { input: "{}" })).stdout],
    ["replay", (await run(["replay", "fixtures", "--json", "--to", handler.url])).stdout],
    ["replay", (await run(["replay", "fixtures", "--json", "--to", handler.url, "--dry-run"])).stdout],
    ["error", (await run(["listen", "--json", "--port", "99999"])).stderr],
  ];
  expect(outputs.filter(([, text]) => text === "")).toEqual([]);
  expect(outputs.flatMap(([command, text]) => jsonLines(text).flatMap((line) => undocumented(command, line)))).toEqual(
    [],
  );
});

/** Fields of a line that no table has: of the command, and of lines with this type if it has one. */
function undocumented(command: string, line: Record<string, unknown>): string[] {
  const tables = commandLines.filter((one) => one.command === command && [undefined, one.line].includes(typeOf(line)));
  const names = tables.flatMap(({ fields }) => fields.map(([name]) => name));
  return Object.keys(line).filter((name) => !names.includes(name));
}

/** Events have a `type` that is AppDirect's. */
function typeOf({ type, resource }: Record<string, unknown>): string | undefined {
  return typeof type === "string" && resource === undefined ? type : undefined;
}
