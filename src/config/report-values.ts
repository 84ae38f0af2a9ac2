import { didYouMean } from "../errors.ts";
import { type ReportName, reports } from "../output/reports/table.ts";
import { Unusable } from "../values/index.ts";
import type { ValueType } from "./option.ts";

/** A report that was asked for. */
export interface ReportRequest {
  name: ReportName;
  /** Where it is written, as it was typed; missing for one that goes to standard output. */
  file?: string;
}

/** `github`, `junit=report.xml`, several separated by commas. */
export const reportRequests: ValueType<readonly ReportRequest[]> = {
  fromText: (text) => text.split(betweenReports).map(readRequest),
};

/** Only where a name follows: the name of a file may have commas too. */
const betweenReports = /,(?=[a-z]+(?:[=,]|$))/;

function readRequest(text: string): ReportRequest {
  const [, word = "", file] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  const name = names.find((one) => one === word);
  if (name === undefined)
    throw new Unusable(
      `contains an unknown report: ${JSON.stringify(word)}`,
      didYouMean(word, names) ?? `Reports: ${names.map(example).join(", ")}.`,
    );
  const { takesFile } = reports[name];
  if (takesFile && (file === undefined || file === ""))
    throw new Unusable(`needs a file for ${name}`, `Write ${example(name)}.`);
  if (!takesFile && file !== undefined)
    throw new Unusable(`names a file, but ${name} does not write one`, `Write ${example(name)}.`);
  return { name, ...(file !== undefined && { file }) };
}

const names = Object.keys(reports) as ReportName[];

function example(name: ReportName): string {
  return reports[name].takesFile ? `${name}=report.xml` : name;
}
