import { expect, test } from "vitest";
import { fakeTerminal } from "../harness/fake-terminal.ts";

const question = "Send to https://crm.example/?";
const typed = [
  ["y\n", true],
  ["Yes\n", true],
  ["n\n", false],
  ["\n", false],
] as const;

test.each(typed)("a question that is answered with %j is %s", async (keys, answer) => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.confirm(question);
  await untilSaid(question);
  stdin.write(keys);
  expect(await asked).toBe(answer);
});

test("a question is asked on stderr: stdout is for data", async () => {
  const { terminal, stdin, stdout, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.confirm(question);
  await untilSaid(question);
  stdin.write("y\n");
  await asked;
  expect(stdout.readableLength).toBe(0);
});

test("Ctrl-C at a question is a no", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.confirm(question);
  await untilSaid(question);
  stdin.write("\u0003");
  expect(await asked).toBe(false);
});

test("a question that the end of the session takes away is a no", async () => {
  const { terminal, untilSaid } = fakeTerminal({ isTTY: true });
  const ending = new AbortController();
  const asked = terminal.confirm(question, ending.signal);
  await untilSaid(question);
  ending.abort();
  expect(await asked).toBe(false);
});

test("what is asked for in words comes back as it was typed", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask("Show and forward only:");
  await untilSaid("Show and forward only:");
  stdin.write("user, order\n");
  expect(await asked).toBe("user, order");
});

test("words that are left unsaid are undefined, not empty", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask("Show and forward only:");
  await untilSaid("Show and forward only:");
  stdin.write("us\u0003");
  expect(await asked).toBeUndefined();
});
