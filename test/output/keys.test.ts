import { expect, test } from "vitest";
import { keysHelp } from "../../src/output/index.ts";

test("every key is told with what it does", () => {
  expect(keysHelp()).toBe(
    [
      "  r  send the last event again",
      "  f  show and forward only some events",
      "  p  pause forwarding, or go on with it",
      "  c  clear the screen",
      "  ?  this",
      "  q  end\n",
    ].join("\n"),
  );
});
