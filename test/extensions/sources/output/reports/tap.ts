import type { Case, Report } from "./report.ts";

/** The Test Anything Protocol: a line a case, and at the end how many there were. */
export function tapReport(suite: string): Report {
  let cases = 0;
  return {
    add({ name, problems }: Case) {
      cases += 1;
      const isOk = problems.every(({ severity }) => severity === "note");
      const said = problems.map(({ title, message }) => `# ${title}: ${message}\n`).join("");
      return `${isOk ? "ok" : "not ok"} ${cases} - ${name}\n${said}`;
    },
    end: () => `1..${cases} # ${suite}\n`,
  };
}
