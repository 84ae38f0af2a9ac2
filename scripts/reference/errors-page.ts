import { errorCodes, type ExitStatus } from "../../src/errors.ts";
import { warnings } from "../../src/output/warnings.ts";
import { code, codeBlock, page, plain, table } from "./markdown.ts";

/** Complete by the compiler: a new status wants its words. */
const statuses = {
  0: "It did what was asked; a `listen` that was ended with Ctrl-C or SIGTERM too.",
  1: "It ran, and the answer is no: a delivery failed, or an awaited event did not come.",
  2: "Wrong usage: an unknown flag, a value that cannot be used, a selection that matches nothing.",
  3: "The surroundings failed: a port is taken, a folder cannot be written, no attempt at all reached the target.",
  4: "The marketplace refused. Kept free: nothing in this version asks a marketplace.",
  70: "A defect of appdirect-hooks.",
  130: "A second Ctrl-C ended it at once.",
} satisfies Record<ExitStatus, string>;

const example = [
  "✖ Port 4747 is already in use (asked for with --port).",
  "  Choose another with --port, or leave it out to take a free one.",
];

const inJson = `{"error":{"code":"PORT_IN_USE","message":"…","hint":"…"}}`;

/** The codes of errors and what the program ends with. */
export function errorsPage(): string {
  return page(
    "# Errors and exit statuses",
    table(
      ["status", "means"],
      Object.entries(statuses).map(([status, meaning]) => [status, meaning]),
    ),
    "## Errors",
    "An error is one sentence of what happened, with the value that caused it, then what to do. It goes to stderr:",
    codeBlock(example),
    "With `--json` it is one line, also on stderr. The code is stable; the words are not:",
    codeBlock([inJson]),
    table(
      ["code", "status", "means"],
      Object.entries(errorCodes).map(([name, { exit, meaning }]) => [code(name), String(exit), plain(meaning)]),
    ),
    "Status 1 has no code: it is an answer, and the output says which.",
    "## Warnings",
    "What is wrong and yet no reason to stop is said on stderr, with `--quiet` too; `listen --json` prints it as a [line](listen-lines.md#warning). The code is stable; the words are not:",
    table(
      ["code", "said when"],
      Object.values(warnings).map(({ code: name, meaning }) => [code(name), meaning]),
    ),
  );
}
