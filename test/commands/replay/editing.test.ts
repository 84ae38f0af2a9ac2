import { execFileSync } from "node:child_process";
import { open, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { startEditing, type EditingOptions } from "../../../src/commands/replay/edit/editing.ts";
import { chosenEditor } from "../../../src/commands/replay/edit/editor.ts";
import {
  editorUnavailable,
  emptied,
  endedBadly,
  noEditor,
  notSent,
  removed,
  notSentAsEdited,
  notWrittenForEditor,
  tooManyToEdit,
} from "../../../src/commands/sentences/editing.ts";
import { systemClock } from "../../../src/clock.ts";
import { parseTarget } from "../../../src/delivery/index.ts";
import { everyEvent, parseAssignment } from "../../../src/events/index.ts";
import { fixtureBody, type Fixture } from "../../../src/fixtures/index.ts";
import { systemHost } from "../../../src/host.ts";
import { seededRandom } from "../../../src/random.ts";
import type { Replayable } from "../../../src/sessions/index.ts";
import { collect } from "../../harness/collect.ts";
import { fakeTerminal, type FakeTerminal } from "../../harness/fake-terminal.ts";
import { jsonLines } from "../../harness/json-lines.ts";
import { program } from "../../harness/program.ts";
import { replayable } from "../../harness/replay-run.ts";
import { rejection } from "../../harness/rejection.ts";
import { temporaryFolder } from "../../harness/temporary-folder.ts";

const machine = systemHost();
const ada: Replayable = replayable({ payload: { uuid: "1", firstName: "Ada" } }, "ada.json");
const meansAll = { criteria: { events: everyEvent, where: [] }, targets: [parseTarget("3000")] };

/** What opens events in an editor that does `change` to each, in a terminal or without one. */
async function editing(
  change: string,
  { terminal, editor, ...different }: Partial<EditingOptions> & { terminal?: FakeTerminal; editor?: string } = {},
) {
  const folder = await temporaryFolder();
  const log = join(folder, "editor.log");
  const env = { PATH: process.env["PATH"], EDITOR: editor ?? program("edits.js", log, change) };
  const interruption = new AbortController();
  const host = {
    ...machine,
    env,
    temporaryFolder: folder,
    interruption: () => interruption.signal,
    interrupt: () => interruption.abort(),
    lendInterrupts: () => () => undefined,
  };
  const shown = terminal ?? fakeTerminal();
  const context = { host, terminal: shown.terminal, clock: systemClock, random: seededRandom(1), program: "hooks" };
  return {
    editing: startEditing({ ...meansAll, ...different }, context),
    context,
    interruption: interruption.signal,
    opened: async () => jsonLines(await readFile(log, "utf8")),
    left: async () => (await readdir(folder)).filter((name) => name !== "editor.log"),
  };
}

const loaded = async (one: Replayable | undefined) => one?.load();

const bodies = (edited: Replayable[]) =>
  Promise.all(edited.map(async (one) => fixtureBody(await one.load()).toString()));

test("a payload is opened indented in a private file, each token as it is, and sent with what was changed", async () => {
  const odd = '{"n":12345678901234567890,"f":1.50,"a":"\\u00e9","name":"Ada"}';
  const fixture: Partial<Fixture> = { payload: JSON.parse(odd), rawBody: { encoding: "utf8", data: odd } };
  const { editing: started, opened, left } = await editing("Ada=>Grace");
  const edited = await collect(started.all([replayable(fixture, "odd?.json")]));
  expect([await bodies(edited), started.changed]).toEqual([[odd.replace("Ada", "Grace")], 1]);
  const text = '{\n  "n": 12345678901234567890,\n  "f": 1.50,\n  "a": "\\u00e9",\n  "name": "Ada"\n}\n';
  const mode = process.platform === "win32" ? expect.anything() : "600";
  expect([await opened(), await left()]).toEqual([[{ name: "odd_.json", mode, text }], []]);
});

test("where the tokens are left as they are, the bytes are too", async () => {
  const data = ' {"uuid" : "1"}\r\n';
  const { editing: started } = await editing("  => ");
  const edited = started.all([replayable({ payload: { uuid: "1" }, rawBody: { encoding: "utf8", data } })]);
  expect([await bodies(await collect(edited)), started.changed]).toEqual([[data], 0]);
});

test("only what is meant is opened, and need not be what was meant once it is edited", async () => {
  const others = [
    replayable({ event: "user.added" }),
    replayable({ payload: { firstName: "Eve" } }),
    { ...ada, targets: [] },
  ];
  const criteria = { events: everyEvent, where: [parseAssignment("firstName=Ada")] };
  const targets = [parseTarget("subscription.*=3000")];
  const { editing: started, opened } = await editing("Ada=>Grace", { criteria, targets });
  const edited = await collect(started.all([...others, ada]));
  expect(await bodies(edited)).toEqual(['{"uuid":"1","firstName":"Ada"}', '{"uuid":"1","firstName":"Grace"}']);
  expect(await opened()).toHaveLength(1);
});

test.each([
  [
    ",=>;",
    notSentAsEdited('The edited ada.json is not JSON: line 2, column 14 has ";" where a comma or } is expected.'),
  ],
  ["=>[", notSentAsEdited("The edited ada.json is cut off: its JSON stops at line 1, column 2.")],
  ["=>7", notSentAsEdited("The edited ada.json contains a number, but a payload is an object or a list.")],
  ["=> ", notSent("ada.json", emptied)],
  ["remove", notSent("ada.json", removed)],
  ["fail", notSent("ada.json", endedBadly(3))],
])("an event is not sent where the editor did %j, and the next is opened", async (change, why) => {
  const { editing: started, opened, left } = await editing(change);
  const edited = await collect(started.all([ada, ada]));
  expect([await rejection(loaded(edited[0])), await rejection(loaded(edited[1]))]).toEqual([why, why]);
  expect([(await opened()).length, await left(), started.changed]).toEqual([2, [], 0]);
});

test("in a terminal somebody is asked whether to open it again, and may say no", async () => {
  const terminal = fakeTerminal({ isTTY: true });
  terminal.stdout.columns = 200;
  const { editing: started, opened } = await editing(",=>;", { terminal });
  const edited = collect(started.all([ada]));
  await terminal.untilSaid(
    '✖ The edited ada.json is not JSON: line 2, column 14 has ";" where a comma or } is expected.\n? Edit again?',
  );
  terminal.stdin.write("n\n");
  const [one] = await edited;
  expect(await rejection(loaded(one))).toEqual(notSent("ada.json", undefined));
  expect(await opened()).toHaveLength(1);
});

test("Ctrl-C at the question ends the run", async () => {
  const terminal = fakeTerminal({ isTTY: true });
  const { editing: started, interruption } = await editing("=>[", { terminal });
  const edited = collect(started.all([ada]));
  await terminal.untilSaid("Edit again?");
  terminal.stdin.write("\u0003");
  expect([(await edited).length, interruption.aborted]).toEqual([1, true]);
});

test.skipIf(process.platform === "win32")(
  "what is to be said waits until the editor has left the terminal",
  async () => {
    const gate = join(await temporaryFolder(), "gate");
    execFileSync("mkfifo", [gate]);
    const { editing: started } = await editing("", { editor: `cat '${gate}' #` });
    const said: string[] = [];
    const edited = collect(started.all([ada]));
    const isOpen = await open(gate, "w");
    started.whenClosed(() => said.push("delivered"));
    expect(said).toEqual([]);
    await isOpen.close();
    await edited;
    expect(said).toEqual(["delivered"]);
  },
);

test("an editor that cannot be started ends the run", async () => {
  const { editing: started } = await editing("", { editor: "./none -w" });
  expect(await rejection(collect(started.all([ada, ada])))).toEqual(editorUnavailable("./none -w", "EDITOR"));
});

test("a temporary folder that cannot be written ends the run", async () => {
  const { editing: started, context } = await editing("");
  context.host.temporaryFolder = join(context.host.temporaryFolder, "gone");
  const failure = await rejection(collect(started.all([ada])));
  expect(failure).toEqual(notWrittenForEditor(context.host.temporaryFolder, "not writable", failure.cause));
});

test("more than 20 events are too many to edit, where their number is known", async () => {
  expect(await rejection(editing("", { count: 21 }))).toEqual(tooManyToEdit(21, 20));
  await editing("", { count: 20 });
});

test.each([
  [{ VISUAL: "code --wait", EDITOR: "ed" }, "linux", { command: "code --wait", variable: "VISUAL" }],
  [{ VISUAL: " ", EDITOR: "ed" }, "linux", { command: "ed", variable: "EDITOR" }],
  [{}, "linux", { command: "vi" }],
  [{}, "win32", { command: "notepad" }],
])("with %j on %s the editor is %j", (env, platform, editor) => {
  const { terminal } = fakeTerminal({ isTTY: true });
  expect(chosenEditor({ host: { ...machine, env, platform }, terminal })).toEqual(editor);
});

test.each([{ isTTY: false }, { isTTY: true, mayAsk: false }])("nobody is left alone with vi where %j", async (how) => {
  const { terminal } = fakeTerminal(how);
  const chosen = async () => chosenEditor({ host: { ...machine, env: {}, platform: "linux" }, terminal });
  expect(await rejection(chosen())).toEqual(noEditor("vi"));
});
