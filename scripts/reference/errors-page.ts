import { errorCodes, type ExitStatus } from "../../src/errors.ts";
import { warnings } from "../../src/output/warnings.ts";
import { code, codeBlock, page, plain, table } from "./markdown.ts";

/** Complete by the compiler: a new status wants its words. */
const statuses = {
  0: "Success; also a `listen` that was stopped with Ctrl-C or SIGTERM.",
  1: "The command ran, but the result is negative: for example, a delivery failed or an expected event did not arrive.",
  2: "Wrong usage: an unknown flag, a value that cannot be used, a selection that matches nothing.",
  3: "Something outside the program failed: a port is in use, a folder cannot be written, no attempt reached the target.",
  4: "Reserved: the marketplace refused a request. This version sends none.",
  70: "A bug in appdirect-hooks.",
  130: "A second Ctrl-C stopped it at once.",
} satisfies Record<ExitStatus, string>;

const example = [
  "✖ Port 4747 (from --port) is already in use.",
  "  Choose another with --port, or omit --port to use a free one.",
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
    "An error says what happened, with the value that caused it, then what to do. It goes to stderr:",
    codeBlock(example),
    "With `--json` it is one line, also on stderr. The code is stable; the words are not:",
    codeBlock([inJson]),
    table(
      ["code", "status", "means"],
      Object.entries(errorCodes).map(([name, { exit, meaning }]) => [code(name), String(exit), plain(meaning)]),
    ),
    "Status 1 has no code: it is a result, and the output shows it.",
    "## Warnings",
    "A warning is a problem that does not stop the program. It goes to stderr, even with `--quiet`; `listen --json` prints it as a [line](listen-lines.md#warning). The code is stable; the words are not:",
    table(
      ["code", "means"],
      Object.values(warnings).map(({ code: name, meaning }) => [code(name), meaning]),
    ),
  );
}
