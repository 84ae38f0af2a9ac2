import { expect, test } from "vitest";
import { commandOptions, helpText } from "../../src/config/index.ts";

test("help is a text, or what a function loads when it is asked for", async () => {
  expect(await helpText({ help: "how many at once" })).toBe("how many at once");
  expect(await helpText({ help: async () => "how many at once" })).toBe("how many at once");
});

test.each(["forwardTo", "to"] as const)("the help of %s names the forms of every kind of target", async (name) => {
  const [option = { help: "" }] = commandOptions([name]);
  expect(await helpText(option)).toContain(
    "a URL, host:port or a port; or command:<command>; order=4001 gets only order events",
  );
});
