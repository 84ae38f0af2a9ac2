import type { ExitStatus } from "../errors.ts";
import { allDocuments } from "../fixtures/selection/index.ts";
import { untilAborted } from "../waiting.ts";
import { defineCommand, type CommandContext, type CommandInput } from "./command.ts";
import { oneOnStdout } from "./conflict.ts";
import { nothingToCheck } from "./sentences/validating.ts";
import { readingSurroundings, selected } from "./selecting.ts";
import { checkDocument } from "./validate/check-document.ts";
import { validationPrinter } from "./validate/printer.ts";
import { openReports } from "./reports/open-reports.ts";

const names = ["strict", "report", "fixtures"] as const;
type ValidateInput = CommandInput<(typeof names)[number]>;

export const validate = defineCommand({
  description:
    "Checks payloads against AppDirect's documentation, and lists each difference with its place, the value found and the documented values.",
  more: "Fields and values that are not documented are notes, because AppDirect adds new ones. Exits with status 1 if a payload is invalid.",
  positionals: [
    {
      form: "[files…]",
      help: "files, folders, quoted patterns, last, last:20, the start of an id, or - for standard input, the default; each may hold one payload, JSON lines, a list of payloads, or a log of listen --json",
    },
  ],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  own: { fixtures: { brief: "folder of recorded events" } },
  firstDay: ["strict", "report", "fixtures", "json", "quiet", "verbose"],
  examples: [
    ["validate fixtures", "check every fixture and payload in a folder"],
    ["validate last --strict", "check the last recording, and count notes as errors"],
    ["generate --all | {program} validate", "check payloads from another program"],
    ["validate fixtures --report github,junit=report.xml", "in CI: annotate the pull request and write a JUnit report"],
  ],
  conflicts: [oneOnStdout],
  run: runValidate,
});

async function runValidate(input: ValidateInput, context: CommandContext): Promise<ExitStatus> {
  const { options } = input;
  const { host } = context;
  const selection = await selectedInput(input, context);
  const reports = await openReports(options.report, "appdirect-hooks validate", context);
  const printer = await validationPrinter({ context, options, reports });
  const signal = AbortSignal.any([host.interruption(), host.outputClosed]);
  const documents = allDocuments(selection, readingSurroundings(context));
  for (;;) {
    const next = await untilAborted(documents.next(), signal);
    if (next === undefined || signal.aborted) return 1;
    if (next.done === true) break;
    const judged = "error" in next.value ? next.value : await checkDocument(next.value, options);
    if ("error" in judged) await printer.skipped({ ...next.value, ...judged });
    else await printer.checked(judged);
  }
  await printer.end();
  return statusOf(printer.counts);
}

async function selectedInput(input: ValidateInput, context: CommandContext) {
  const { positionals } = input;
  const { host } = context;
  if (positionals.length === 0 && host.stdin.isTTY === true) throw nothingToCheck();
  return selected(positionals.length === 0 ? ["-"] : positionals, input, context);
}

/** What is invalid counts more than what could not be judged. */
function statusOf({ invalid, skipped }: { invalid: number; skipped: number }): ExitStatus {
  if (invalid > 0) return 1;
  return skipped > 0 ? 2 : 0;
}
