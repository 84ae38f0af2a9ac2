import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { command as kind } from "../../../src/delivery/targets/command.ts";
import { commandTarget } from "../../harness/command-target.ts";
import { failureOf } from "../../harness/failure-of.ts";
import { outgoingEvent } from "../../harness/outgoing-event.ts";

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
  ["'' hunter2", "''"],
  ["/opt/hunter2/handle.js", "handle.js"],
  [String.raw`C:\hunter2\handle.exe`, "handle.exe"],
  ["PASSWORD=hunter2 node handle.js", "PASSWORD=[redacted]"],
  ["TEAM=hunter2 node handle.js", "TEAM=[redacted]"],
])("%s is named after its program: %s", (command, name) => {
  expect(commandTarget(command).name).toBe(name);
});

test.each([
  ["", "The command is empty."],
  ["   ", "The command is empty."],
  ['node "handle.js', 'The quote " in the command starting with "node" has no closing quote.'],
  ["it's", `The quote ' in the command starting with "it" has no closing quote.`],
  ['curl -H "x-api-key: hunter2', 'The quote " in the command starting with "curl" has no closing quote.'],
  [
    `"/opt/hunter2/handle.js --password hunter2`,
    'The quote " in the command starting with "handle.js" has no closing quote.',
  ],
  [`TOKEN=hunter2 node 'x`, `The quote ' in the command starting with "TOKEN=[redacted]" has no closing quote.`],
])("the command %j is refused", (command, message) => {
  const hint = 'Write it as you would type it: node "my scripts/handle.js" --verbose';
  expect(failureOf(() => commandTarget(command))).toEqual({ code: "BAD_VALUE", message, hint });
});

test.each([
  ["node handle.js --verbose 'a b'", "node handle.js --verbose 'a b'"],
  ["curl --token hunter2 'a b'", "curl --token [redacted] 'a b'"],
  ["curl --token 'hunter2 hunter2' -v", "curl --token [redacted] -v"],
  ["curl --key hunter2", "curl --key [redacted]"],
  ["curl --password=hunter2", "curl --password=[redacted]"],
  ["env API_KEY=hunter2 node handle.js", "env API_KEY=[redacted] node handle.js"],
  ["curl -H 'x-api-key: hunter2'", "curl -H 'x-api-key: [redacted]'"],
  ['curl -H "Authorization: Bearer hunter2"', "curl -H 'Authorization: [redacted]'"],
  ["say 'a Bearer hunter2'", "say 'a [redacted]'"],
  ["curl https://ada:hunter2@crm.example/x", "curl https://[redacted]@crm.example/x"],
  ["curl https://crm.example/x?token=hunter2&a=1", "curl https://crm.example/x?token=[redacted]&a=1"],
  ["sh -c 'curl --password hunter2 https://crm.example'", "sh -c 'curl --password [redacted] https://crm.example'"],
  ["curl --token --verbose", "curl --token --verbose"],
])("%s is shown whole as %s", (command, shown) => {
  expect(commandTarget(command).address.wholeName).toBe(shown);
});

test.skipIf(process.platform === "win32")(
  "a preview has no secret of its arguments, and is a command still",
  async () => {
    const target = commandTarget("echo --password hunter2 'x-api-key: hunter2' --name ada");
    const { command, facts } = await kind.preview(outgoingEvent(), target, []);
    expect(command + JSON.stringify(facts)).not.toContain("hunter2");
    const { stdout } = await promisify(execFile)("sh", ["-c", command]);
    expect(stdout).toBe("--password [redacted] x-api-key: [redacted] --name ada\n");
  },
);
