import { expect, test } from "vitest";
import { post } from "../harness/post.ts";
import { temporaryProject } from "../harness/project.ts";
import { hasTmux, openTerminal, type TerminalWindow } from "../harness/tmux.ts";
import { numberedWebhook } from "../harness/webhook.ts";

// In CI it must be there, so that these tests are never left out unseen.
const leftOut = !hasTmux && !process.env["CI"];

test.skipIf(leftOut)("in a terminal (tmux), Ctrl-Z suspends, and fg goes on with the keys", async () => {
  const { terminal, url } = await listenInTerminal();
  await terminal.press("C-z");
  await terminal.until(/Stopped[^$]*\n\$ *\n*$/);
  await enter(terminal, "fg");
  await post(url, numberedWebhook(1));
  await terminal.until(/● user\.added/);
  await terminal.type("?");
  await terminal.until(/ {2}r {2}resend the last event\n/);
  await terminal.type("q");
  await terminal.until(/received {2}1 event in /);
  expect(await settings(terminal)).toMatch(/[^-]icanon[^]*[^-]echo\b/);
});

test.skipIf(leftOut)("in a terminal (tmux), Ctrl-C after fg ends, and gives the terminal back", async () => {
  const { terminal, url } = await listenInTerminal();
  await terminal.press("C-z");
  await terminal.until(/Stopped[^$]*\n\$ *\n*$/);
  await enter(terminal, "fg");
  await post(url, numberedWebhook(1)); // a Ctrl-C before it goes on would be the shell's
  await terminal.until(/● user\.added/);
  await terminal.press("C-c");
  await terminal.until(/received {2}1 event in /);
  expect(await settings(terminal)).toMatch(/[^-]icanon[^]*[^-]echo\b/);
});

test.skipIf(leftOut)(
  "in a terminal (tmux), Ctrl-Z at a question suspends, and fg goes on with the question",
  async () => {
    const { terminal } = await listenInTerminal();
    await terminal.type("f");
    await terminal.until(/Show and forward only/);
    await terminal.press("C-z");
    await terminal.until(/Stopped[^$]*\n\$ *\n*$/);
    await enter(terminal, "fg");
    await terminal.until(/\$ fg\n/);
    await enter(terminal, "user");
    expect(await terminal.until(/Showing and forwarding [^\n]*\n/)).toContain("Showing and forwarding user;");
  },
);

test.skipIf(leftOut || process.platform !== "linux")(
  "in a terminal (tmux), bg lets it go on without keys, and fg has them again",
  async () => {
    const { terminal, url } = await listenInTerminal();
    await terminal.press("C-z");
    await terminal.until(/Stopped[^$]*\n\$ *\n*$/);
    await enter(terminal, "bg");
    await post(url, numberedWebhook(1));
    await terminal.until(/● user\.added/);
    await enter(terminal, "fg");
    await terminal.until(/fg\n[^\n]*listen [^\n]*\n*$/);
    await terminal.press("C-z"); // the kernel's, where fg tells a running job nothing, as in bash
    await terminal.until(/(?:Stopped[^]*){2}\$ *\n*$/);
    await enter(terminal, "fg");
    await terminal.until(/(?:fg\n[^\n]*listen [^\n]*\n*){2}$|(?:\bfg\n[^]*){2}listen [^\n]*\n*$/);
    await terminal.type("?");
    expect(await terminal.until(/ {2}r {2}resend the last event\n/)).not.toContain("tty output");
  },
);

async function enter(terminal: TerminalWindow, text: string): Promise<void> {
  await terminal.type(text);
  await terminal.press("Enter");
}

async function settings(terminal: TerminalWindow): Promise<string> {
  await enter(terminal, "clear; stty -a; echo status $?");
  return terminal.until(/\nstatus 0\n/);
}

async function listenInTerminal(): Promise<{ terminal: TerminalWindow; url: string }> {
  const project = await temporaryProject();
  const terminal = await openTerminal(project);
  await enter(terminal, `${project.typed} listen --no-tunnel --port 0`);
  const shown = await terminal.until(/Keys: r resend last/);
  return { terminal, url: /listening +(http:\S+)/.exec(shown)?.[1] ?? "no address was shown" };
}
