import type { HooksError } from "../../errors.ts";
import {
  createTheme,
  documentCase,
  documentJson,
  documentLines,
  errorView,
  type CheckedDocument,
  type Theme,
  validationSummary,
} from "../../output/index.ts";
import type { CommandContext } from "../command.ts";
import { reportedFile, type OpenReports } from "../reports/open-reports.ts";

interface PrinterOptions {
  json: boolean;
  quiet: boolean;
  debug: boolean;
}

interface PrinterSurroundings {
  context: CommandContext;
  options: PrinterOptions;
  reports: OpenReports;
}

export async function validationPrinter(surroundings: PrinterSurroundings): Promise<ValidationPrinter> {
  const { terminal } = surroundings.context;
  const theme = await createTheme(terminal.outLevel);
  return new ValidationPrinter(surroundings, { theme, errTheme: await createTheme(terminal.errLevel) });
}

/** Tells of each document as it was judged, and at the end of all. */
class ValidationPrinter {
  readonly counts = { valid: 0, invalid: 0, skipped: 0, errors: 0, notes: 0 };
  readonly #context: CommandContext;
  readonly #options: PrinterOptions;
  readonly #reports: OpenReports;
  readonly #theme: Theme;
  readonly #errTheme: Theme;

  constructor(
    { context, options, reports }: PrinterSurroundings,
    { theme, errTheme }: { theme: Theme; errTheme: Theme },
  ) {
    this.#context = context;
    this.#options = options;
    this.#reports = reports;
    this.#theme = theme;
    this.#errTheme = errTheme;
  }

  async checked(document: CheckedDocument): Promise<void> {
    this.#count(document);
    await this.#reports.add(documentCase(document, reportedFile(document.file, this.#context.host)));
    if (this.#reports.areOnStdout || (this.#options.quiet && document.valid)) return;
    await this.#context.terminal.out(this.#shown(document));
  }

  async skipped({ name, file, error }: { name: string; file?: string; error: HooksError }): Promise<void> {
    this.counts.skipped += 1;
    const problem = { severity: "error", title: "not checked", message: error.message } as const;
    const place = reportedFile(file, this.#context.host);
    await this.#reports.add({
      name,
      group: "unknown",
      ...(place !== undefined && { file: place }),
      problems: [problem],
    });
    this.#context.terminal.fail(
      errorView(error, { ...this.#options, theme: this.#errTheme, width: this.#context.terminal.errWidth }).text,
    );
  }

  async end(): Promise<void> {
    await this.#reports.end();
    const { json, quiet } = this.#options;
    if (!json && !quiet) await this.#context.terminal.out(validationSummary(this.counts));
  }

  #shown(document: CheckedDocument): string {
    const { terminal } = this.#context;
    const width = terminal.outWidth;
    return this.#options.json ? documentJson(document) : documentLines(document, { theme: this.#theme, width });
  }

  #count({ valid, issues }: CheckedDocument): void {
    this.counts[valid ? "valid" : "invalid"] += 1;
    const errors = issues.filter(({ severity }) => severity === "error").length;
    this.counts.errors += errors;
    this.counts.notes += issues.length - errors;
  }
}
