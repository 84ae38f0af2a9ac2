import type { Case, Problem, Report } from "./report.ts";

/** The XML that CI servers read, as a whole at the end: its first lines have the counts. A note fails nothing. */
export function junitReport(suite: string): Report {
  const cases: string[] = [];
  let [failures, errors, ms] = [0, 0, 0];
  return {
    add(one) {
      if (one.isUnjudged === true) errors += 1;
      else if (one.problems.some(isError)) failures += 1;
      ms += one.ms ?? 0;
      cases.push(caseElement(one));
      return "";
    },
    end() {
      const counts = attributes({
        name: suite,
        tests: cases.length,
        failures,
        errors,
        skipped: 0,
        time: ms > 0 ? seconds(ms) : undefined,
      });
      const lines = [`<testsuites${counts}>`, `  <testsuite${counts}>`, ...cases, "  </testsuite>", "</testsuites>"];
      return `<?xml version="1.0" encoding="UTF-8"?>\n${lines.join("\n")}\n`;
    },
  };
}

const isError = ({ severity }: Problem): boolean => severity === "error";

function caseElement({ name, group, file, ms, isUnjudged, problems }: Case): string {
  const errors = problems.filter(isError);
  const notes = problems.filter((problem) => !isError(problem));
  const line = errors[0]?.line;
  const open = `    <testcase${attributes({ name, classname: group, file, line, time: ms === undefined ? undefined : seconds(ms) })}`;
  const inside = [
    ...(errors.length > 0 ? [problemElement(isUnjudged === true ? "error" : "failure", errors)] : []),
    ...(notes.length > 0 ? [`      <system-out>${escaped(textOf(notes))}</system-out>`] : []),
  ];
  return inside.length === 0 ? `${open}/>` : [`${open}>`, ...inside, "    </testcase>"].join("\n");
}

function problemElement(element: "failure" | "error", errors: readonly Problem[]): string {
  const [first] = errors;
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more)` : "";
  const message = first === undefined ? "" : `${first.title}: ${first.message}${more}`;
  return `      <${element}${attributes({ message, type: "error" })}>${escaped(textOf(errors))}</${element}>`;
}

function seconds(ms: number): string {
  return (ms / 1_000).toFixed(3);
}

function textOf(problems: readonly Problem[]): string {
  return problems.map(({ title, message, line, column }) => `${place(line, column)}${title}: ${message}`).join("\n");
}

function place(line: number | undefined, column: number | undefined): string {
  return line === undefined ? "" : `${line}:${column ?? 1} `;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${escapedAttribute(String(value))}"`]))
    .join("");
}

/** A line end that stands in an attribute as it is would be read as a space. */
function escapedAttribute(text: string): string {
  return escaped(text).replace(/[\t\n]/g, entity);
}

function escaped(text: string): string {
  return text.replace(unholdable, "\uFFFD").replace(/[&<>"\r]/g, entity);
}

/** What XML 1.0 has no way to write (section 2.2): most controls, and halves of a character. */
const unholdable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

function entity(character: string): string {
  return entities[character] ?? `&#${character.charCodeAt(0)};`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
