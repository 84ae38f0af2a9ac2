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

const filter = {
  message: "Show and forward only:",
  text: "",
  refusal: (answer: string) => (answer.includes("x") ? "There is no x." : undefined),
};

test("what is asked for in words comes back as it was typed", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask(filter);
  await untilSaid("Show and forward only:");
  stdin.write("user, order\n");
  expect(await asked).toEqual({ text: "user, order" });
});

test("a text to begin with can be edited, and deleted as a whole", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask({ ...filter, text: "us" });
  await untilSaid("Show and forward only: us");
  stdin.write("\u007f\u007f\n");
  expect(await asked).toEqual({ text: "" });
});

test("a refused answer stays to be corrected, with what is wrong below it", async () => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask(filter);
  await untilSaid("Show and forward only:");
  stdin.write("userx\n");
  await untilSaid("There is no x.");
  stdin.write("\u007fs\n");
  expect(await asked).toEqual({ text: "users" });
});

test.each([
  ["Esc", "us\u001b", "Esc"],
  ["Ctrl-D on an empty line", "\u0004", "Esc"],
  ["Ctrl-C", "us\u0003", "Ctrl-C"],
])("%s leaves a question for words", async (_, keys, leftBy) => {
  const { terminal, stdin, untilSaid } = fakeTerminal({ isTTY: true });
  const asked = terminal.ask(filter);
  await untilSaid("Show and forward only:");
  for (const key of keys) stdin.write(key);
  expect(await asked).toEqual({ leftBy });
});

test("the end of the session takes a question for words away", async () => {
  const { terminal, untilSaid } = fakeTerminal({ isTTY: true });
  const ending = new AbortController();
  const asked = terminal.ask(filter, ending.signal);
  await untilSaid("Show and forward only:");
  ending.abort();
  expect(await asked).toEqual({ leftBy: "signal" });
});
