import { expect, test } from "vitest";
import { everyCommand, findCommand, parseCommand, type AnyCommand } from "../../../src/commands/index.ts";
import { everywhereNames, options } from "../../../src/config/index.ts";
import { rejection } from "../../harness/rejection.ts";

const program = "appdirect-hooks";
const all = await everyCommand();

const formsIn = (flag: string) => flag.match(/(?<=^|, )--?[A-Za-z-]+/g) ?? [];
const everyForm = Object.values(options).flatMap(({ flag }) => formsIn(flag));
const longFlagsOf = (command: AnyCommand) =>
  [...command.options, ...everywhereNames].flatMap((name) =>
    formsIn(options[name].flag).filter((form) => form.startsWith("--")),
  );

/** Each flag once with a letter left out and once with two swapped, wherever that is; behind its dashes. */
function slipsOf(flag: string): string[] {
  const word = flag.slice(2);
  const places = [...word].map((_, index) => index);
  const shorter = places.map((at) => word.slice(0, at) + word.slice(at + 1));
  const swapped = places.map((at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2));
  return [...shorter, ...swapped].filter((slip) => slip !== word && slip !== "").map((slip) => `--${slip}`);
}

async function hintFor(name: string, command: AnyCommand, flag: string): Promise<string | undefined> {
  return (await rejection(parseCommand(name, command, [flag], program))).hint;
}

test.each(all)("each flag of $name is suggested for each slip of it, with a value too", async ({ name, command }) => {
  for (const flag of longFlagsOf(command)) {
    for (const slip of slipsOf(flag).filter((one) => !everyForm.includes(one))) {
      for (const typed of [slip, `${slip}=1`]) {
        const hint = (await hintFor(name, command, typed)) ?? "";
        expect([typed, /^Did you mean (.+)\?$/.exec(hint)?.[1]?.split(" or ")]).toEqual([
          typed,
          expect.arrayContaining([flag]),
        ]);
      }
    }
  }
});

const commandCalled = (wanted: string) => all.find(({ name }) => name === wanted)?.command ?? all[0]?.command;

test.each([
  ["listen", "--forward-too", "Did you mean --forward-to?"],
  ["listen", "--no-tunel", "Did you mean --no-tunnel?"],
  ["generate", "--ot", "Did you mean --out or --to?"],
  ["generate", "--t", "Did you mean --at or --to?"],
  ["listen", "-P", "Did you mean -p?"],
  ["replay", "-E", "Did you mean -e?"],
  ["replay", "-to", "Did you mean --to?"],
  ["demo", "-Q", "Did you mean -q?"],
  ["demo", "-z", "For help: appdirect-hooks demo --help"],
  ["replay", "--rate", "For help: appdirect-hooks replay --help"],
] as const)("%s %s: %s", async (name, flag, hint) => {
  const command = commandCalled(name);
  expect(command && (await hintFor(name, command, flag))).toBe(hint);
});

test.each([
  [["listen", "--to", "3000"], "--to", "replay, generate and simulate"],
  [["replay", "--forward-to=3000"], "--forward-to", "listen"],
  [["replay", "-p", "3000"], "-p", "listen, simulate and doctor"],
  [["demo", "--fixtures", "made"], "--fixtures", "listen, replay and validate"],
  [["listen", "--all"], "--all", "generate and tunnel stop"],
])("%j: the commands that have it are named", async (argv, flag, owners) => {
  const { name, found, rest } = await findCommand(argv, program);
  expect(found && "run" in found && (await rejection(parseCommand(name, found, rest, program))).message).toBe(
    `Unknown flag: ${flag} (it belongs to ${owners})`,
  );
});

test("a flag of a command that stands in front of it is told with the commands that have it", async () => {
  expect(await rejection(findCommand(["--port", "0", "listen"], program))).toMatchObject({
    message: "Unknown flag: --port (it belongs to listen, simulate and doctor)",
    hint: "For help: appdirect-hooks --help",
  });
});
