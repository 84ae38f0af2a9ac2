import { expect, test } from "vitest";
import { commandTarget } from "../../harness/command-target.ts";
import { failureOf } from "../../harness/failure-of.ts";

test.each([
  ["node handle.js", ["node", "handle.js"]],
  ["  node\t handle.js \n", ["node", "handle.js"]],
  ['node "my scripts/handle.js" --verbose', ["node", "my scripts/handle.js", "--verbose"]],
  ["sh -c 'cat > \"out file\"'", ["sh", "-c", 'cat > "out file"']],
  ['say "she said \\"hi\\""', ["say", 'she said "hi"']],
  [String.raw`C:\tools\handle.exe C:\new\table`, [String.raw`C:\tools\handle.exe`, String.raw`C:\new\table`]],
  [String.raw`"C:\Program Files\node.exe" x`, [String.raw`C:\Program Files\node.exe`, "x"]],
  [`--name="a b"'c d'e`, ["--name=a bc de"]],
  [`run "" ''`, ["run", "", ""]],
  ["echo $HOME | wc > x", ["echo", "$HOME", "|", "wc", ">", "x"]],
])("%s is split without a shell", (command, argv) => {
  expect(commandTarget(command).address).toEqual({ kind: "command", command, argv });
});

test.each([
  ["node handle.js --verbose", "node"],
  ["./scripts/handle.sh", "handle.sh"],
  ['"/opt/my tools/handle" now', "handle"],
  ["/", "/"],
])("%s is named after its program: %s", (command, name) => {
  expect(commandTarget(command).name).toBe(name);
});

test.each([
  ["", "The command is empty."],
  ["   ", "The command is empty."],
  ['node "handle.js', 'The quote " in the command node "handle.js has no end.'],
  ["it's", "The quote ' in the command it's has no end."],
])("the command %j is refused", (command, message) => {
  const hint = 'Write it as you would type it: node "my scripts/handle.js" --verbose';
  expect(failureOf(() => commandTarget(command))).toEqual({ code: "BAD_VALUE", message, hint });
});
