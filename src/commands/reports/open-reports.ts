import { stat } from "node:fs/promises";
import { dirname, relative, resolve } from "node:path";
import { makeFolder } from "../../make-folder.ts";
import type { ReportRequest } from "../../config/index.ts";
import { type Case, type Report, reports } from "../../output/index.ts";
import { writeThrough, writeWhole } from "../../whole-file.ts";
import type { CommandContext } from "../command.ts";
import { reportUnwritable } from "../sentences/validating.ts";

/** The reports that were asked for, each where it belongs. */
export interface OpenReports {
  /** Whether one goes to standard output, where other lines then have no place. */
  areOnStdout: boolean;
  add(one: Case): Promise<void>;
  /** Throws `HooksError` FOLDER_UNWRITABLE. */
  end(): Promise<void>;
}

interface OpenReport {
  report: Report;
  /** Absolute. */
  file?: string;
}

/** `suite` is what runs: `appdirect-hooks validate`. Throws `HooksError` FOLDER_UNWRITABLE where a file could not be written. */
export async function openReports(
  requests: readonly ReportRequest[],
  suite: string,
  { host, terminal }: CommandContext,
): Promise<OpenReports> {
  const open: OpenReport[] = [];
  for (const { name, file } of requests) {
    const report = (await reports[name].load())(suite);
    if (file !== undefined) await tryWriting(resolve(host.cwd, file), host.processId);
    open.push({ report, ...(file !== undefined && { file: resolve(host.cwd, file) }) });
  }
  const write = async (text: string, { file }: OpenReport) => {
    if (file === undefined) await terminal.out(text);
    else if (text !== "") await writeReport(file, text, host.processId);
  };
  return {
    areOnStdout: open.some(({ file }) => file === undefined),
    async add(one) {
      for (const each of open) await write(each.report.add(one), each);
    },
    async end() {
      for (const each of open) await write(each.report.end(), each);
    },
  };
}

/** How reports name a file: from the repository's root on, which GitHub tells its jobs, else from where the user is. */
export function reportedFile(file: string | undefined, { env, cwd }: CommandContext["host"]): string | undefined {
  if (file === undefined) return undefined;
  return relative(env["GITHUB_WORKSPACE"] ?? cwd, file).replaceAll("\\", "/");
}

/** Before the work, so that nobody waits for a report that cannot be written. An earlier one stays until the new one is whole. */
async function tryWriting(file: string, processId: number): Promise<void> {
  try {
    await makeFolder(dirname(file), 0o777);
    const found = await stat(file).catch(() => undefined);
    if (found?.isDirectory()) throw new Error("A folder has this name.");
    if (found === undefined || found.isFile())
      await writeThrough(`${file}.${processId}.tmp`, "", () => Promise.resolve());
  } catch (cause) {
    throw reportUnwritable(file, cause);
  }
}

async function writeReport(file: string, text: string, processId: number): Promise<void> {
  try {
    await writeWhole(file, text, { by: processId });
  } catch (cause) {
    throw reportUnwritable(file, cause);
  }
}
