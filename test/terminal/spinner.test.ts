import { expect, test } from "vitest";
import { fakeTerminal } from "../harness/fake-terminal.ts";

test("outside a terminal a spinner is one plain line", async () => {
  const { terminal, said } = fakeTerminal();
  const spinner = await terminal.spin("Waiting for crm");
  spinner.stop();
  spinner.stop();
  expect(said()).toBe("Waiting for crm\n");
});

test("with --quiet a spinner is nothing", async () => {
  const { terminal, said } = fakeTerminal({ isTTY: true, quiet: true });
  (await terminal.spin("Waiting for crm")).stop();
  expect(said()).toBe("");
});

test("in a terminal a spinner turns until it is stopped, without colours where none are wanted", async () => {
  const { terminal, stderr, said, untilSaid } = fakeTerminal({ isTTY: true });
  Object.assign(stderr, { cursorTo: () => true, clearLine: () => true, moveCursor: () => true });
  const spinner = await terminal.spin("Waiting for crm");
  spinner.update("Waiting for erp");
  await untilSaid("Waiting for erp");
  spinner.stop();
  spinner.stop();
  expect(said()).toContain("Waiting for crm");
  expect(said()).not.toMatch(/\u001b\[\d+m/);
});
