import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { notAgreed } from "../../src/commands/sentences/targets.ts";
import { noSuchEvent } from "../../src/events/sentences.ts";
import { eventually } from "../harness/eventually.ts";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { answerWith, startRawServer } from "../harness/raw-server.ts";
import { shownError } from "../harness/shown-error.ts";
import { hasTmux, openTerminal, type TerminalWindow } from "../harness/tmux.ts";
import { numberedWebhook } from "../harness/webhook.ts";

// In CI it must be there, so that these tests are never left out unseen.
const leftOut = !hasTmux && !process.env["CI"];

const user = (number: number) => numberedWebhook(number);
const company = (number: number) =>
  numberedWebhook(number, { resource: { type: "COMPANY", content: { name: "Acme" } } });

test.skipIf(leftOut)("in a terminal (tmux), listen shows each event in colour and its deliveries below", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { terminal, url } = await listenInTerminal(["--forward-to", handler.url]);
  await post(url, user(1));
  const shown = await terminal.until(/→ http\S+ +200 +\d+ ms/);
  expect(shown).toMatch(
    /\n\d\d:\d\d:\d\d {2}● user\.added +Ada\n {10}not as documented, 10 issues: resource\.url: missing;[^→]*\n {10}firstName {2}Ada\n {10}recorded {2}fixtures\//,
  );
  expect(await terminal.coloured()).toMatch(/\u001b\[1m\S*user\.added/);
});

test.skipIf(leftOut)("in a terminal (tmux), keys replay, pause, filter, clear, help and end", async () => {
  const handler = await startRawServer((socket) => socket.write(answerWith(200)));
  const { terminal, url } = await listenInTerminal(["--forward-to", handler.url]);
  await terminal.type("?");
  await terminal.until(/ {2}r {2}resend the last event\n/);
  await terminal.type("r");
  await terminal.until(/No event to resend yet\./);
  await post(url, user(1));
  await handler.untilRequests(1);
  await terminal.type("r");
  await terminal.until(/Resending user\.added\./);
  await handler.untilRequests(2);

  await terminal.type("p");
  await terminal.until(/paused: events are accepted but not forwarded; p resumes/);
  await post(url, user(2));
  await terminal.type("r");
  await terminal.until(/Resending user\.added \(queued: paused\)\./);
  await terminal.type("p");
  await terminal.until(/forwarding again, 2 events waiting/);
  await handler.untilRequests(4);

  await terminal.type("f");
  await terminal.until(/Show and forward only \(empty: all, Esc: no change\):/);
  await post(url, user(3)); // shown once the question is answered, because it came before
  await terminal.type("companny");
  await terminal.press("Enter");
  const refused = await terminal.until(/no change\): companny\n[^]*Did you mean company\?/);
  expect(refused).toContain(noSuchEvent("companny", "").message);
  await terminal.press("BSpace", "BSpace", "BSpace");
  await terminal.until(/no change\): compa\s*$/); // kept, and without what was wrong with it
  await terminal.type("ny");
  await terminal.press("Enter");
  await terminal.until(/no change\): company\nShowing and forwarding company; the others are recorded only\.\n/);
  await terminal.type("c");
  await terminal.until(/^\s*$/);
  await post(url, user(4));
  await post(url, company(5));
  expect(await terminal.until(/● company\.added/)).not.toContain("user.added");

  await terminal.type("f");
  await terminal.until(/no change\): company/); // the present filter, to be edited
  await terminal.press("C-u");
  await terminal.press("Enter");
  await terminal.until(/no change\):\s*\nShowing and forwarding all events\.\n/);
  await terminal.type("q");
  const end = await terminal.until(/recorded +fixtures\n\$/);
  expect(end).toMatch(/received +5 events, 1 left out by --events in .*\n +user\.added 4, company\.added 1\n/);
});

test.skipIf(leftOut).each([
  ["CI=true", "CI=true", ""],
  ["--no-input", "", "--no-input"],
])("in a terminal (tmux), %s leaves the keys, and the terminal as it is", async (_, variable, flag) => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await terminal.type(`${variable} ${project.typed} listen --no-tunnel --port 0 ${flag}`);
  await terminal.press("Enter");
  const url =
    /listening +(http:\S+)/.exec(await terminal.until(/Waiting for events\. Press Ctrl-C to stop\./))?.[1] ?? "";
  await terminal.type("q?");
  await post(url, user(1));
  const shown = await terminal.until(/● user\.added/);
  expect(shown).toMatch(/Press Ctrl-C to stop\.\n\s*q\?/); // echoed: they are nobody's keys
  expect(shown).not.toContain("Keys:");
  await terminal.press("C-c");
  await terminal.until(/received {2}1 event in /);
});

test.skipIf(leftOut)("in a terminal (tmux), keys are read while stderr goes to a log", async () => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await terminal.type(`${project.typed} listen --no-tunnel --port 0 --print-url 2> log; echo status $?`);
  await terminal.press("Enter");
  const log = () => readFile(join(project.folder, "log"), "utf8").catch(() => "");
  await eventually(async () => (await log()).includes("Keys:") || undefined);
  await terminal.type("q");
  expect(await terminal.until(/\nstatus \d+\n/)).toMatch(/http:\S+\nstatus 0\n/);
});

test.skipIf(leftOut)("in a terminal (tmux), a sends again what failed, and then the end names no failure", async () => {
  const handler = await startRawServer((socket, number) => socket.write(answerWith(number === 1 ? 500 : 200)));
  const { terminal, url } = await listenInTerminal(["--forward-to", handler.url]);
  await terminal.type("a");
  await terminal.until(/Nothing failed\./);
  await post(url, user(1));
  await terminal.until(/→ http\S+ +500 /);
  await terminal.type("a");
  await terminal.until(/Resending 1 failed delivery\.[^]*→ http\S+ +200 /);
  await terminal.type("q");
  const end = await terminal.until(/recorded +fixtures\n\$/);
  expect(end).toMatch(/forwarded +1 delivered, 0 failed\n/);
});

test.skipIf(leftOut)("in a terminal (tmux), Ctrl-C ends with the summary and gives the terminal back", async () => {
  const { terminal, url } = await listenInTerminal([]);
  await post(url, user(1));
  await terminal.until(/● user\.added/);
  await terminal.press("C-c");
  await terminal.until(/received {2}1 event in .*\n {10}user\.added 1\nrecorded {2}fixtures\n\$/);
  await terminal.type("echo status $?; stty -a");
  await terminal.press("Enter");
  const after = await terminal.until(/\$ echo status \$\?; stty -a\nstatus 0\n[^]*\n\$\n/);
  expect(after).toMatch(/[^-]icanon/);
  expect(after).toMatch(/[^-]echo\b/);
});

test.skipIf(leftOut)("in a terminal (tmux), Esc at a question changes nothing, and Ctrl-C then ends", async () => {
  const { terminal, url } = await listenInTerminal(["--events", "user"]);
  await terminal.type("f");
  await terminal.until(/no change\): user/);
  await terminal.type(",companny");
  await terminal.press("Escape");
  await terminal.until(/\nShowing and forwarding user; the others are recorded only\.\n/);
  await post(url, user(1));
  await terminal.until(/● user\.added/);
  await terminal.press("C-c");
  expect(await terminal.until(/received {2}1 event in/)).not.toContain("    at ");
});

test.skipIf(leftOut).each([
  ["Ctrl-C at a question", ["C-c"]],
  ["Esc and Ctrl-C at once at a question", ["Escape", "C-c"]],
])("in a terminal (tmux), %s ends with the summary and gives the terminal back", async (_, keys) => {
  const { terminal } = await listenInTerminal([]);
  await terminal.type("f");
  await terminal.until(/no change\):/);
  await terminal.press(...keys);
  expect(await terminal.until(/received {2}0 events in [^]*\n\$ *\n*$/)).not.toContain("    at ");
  await terminal.type("clear; stty -a; echo status $?");
  await terminal.press("Enter");
  expect(await terminal.until(/\nstatus 0\n/)).toMatch(/[^-]icanon[^]*[^-]echo\b/);
});

test.skipIf(leftOut)("in a terminal (tmux), generate shows one payload over several lines", async () => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project, { rows: 200 });
  await terminal.type(`${project.typed} generate user.added | cat | wc -l; ${project.typed} generate user.added`);
  await terminal.press("Enter");
  const shown = await terminal.until(/\n1\n\{\n[^]*\n\}\n/);
  expect(shown).toMatch(/\n {2}"resource": \{\n {4}"type": "USER",\n/);
});

test.skipIf(leftOut)("in a terminal (tmux), replay asks before it sends far away", async () => {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await terminal.type(
    `${project.typed} generate user.added --out made && ${project.typed} replay made --to 192.0.2.1:80`,
  );
  await terminal.press("Enter");
  await terminal.until(/Send to http:\/\/192\.0\.2\.1\/\? It is outside this machine and its private networks\./);
  await terminal.type("n");
  await terminal.press("Enter");
  const shown = await terminal.until(/✖ http:\/\/192\.0\.2\.1\/ [^]*--yes/);
  const whole = (await terminal.unwrapped()).replaceAll(/ +$/gm, "");
  expect(whole).toContain(shownError(notAgreed("http://192.0.2.1/")));
  expect(shown).not.toContain("user.added →");
});

test.skipIf(leftOut).each([60, 80])(
  "in a terminal (tmux) of %i columns, demo breaks no line within a word",
  async (columns) => {
    const project = await temporaryProject();
    const terminal = await openTerminal(project, { columns, rows: 120 });
    await terminal.type(`${project.typed} demo --fast`);
    await terminal.press("Enter");
    await terminal.until(/the payloads of a purchase\n/);
    const lines = (await terminal.unwrapped()).split("\n").map((line) => line.trimEnd());
    const mayBeLonger = new RegExp(`demo --fast|appdirect-hooks-demo-|${project.typed.split(" ").at(-1)}`);
    expect(lines.filter((line) => line.length > columns && !mayBeLonger.test(line))).toEqual([]);
  },
);

async function listenInTerminal(args: string[]): Promise<{ terminal: TerminalWindow; url: string }> {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await terminal.type([project.typed, "listen", "--no-tunnel", "--port", "0", ...args].join(" "));
  await terminal.press("Enter");
  const shown = await terminal.until(/Keys: r resend last, a all failed, f filter, p pause, c clear, \? help, q quit/);
  return { terminal, url: /listening +(http:\S+)/.exec(shown)?.[1] ?? "no address was shown" };
}
