import type { ReportEntry } from "./report.ts";

/** What `--report` can be. To add one, write its file and give it a line here. */
export const reports = {
  github: { takesFile: false, load: async () => (await import("./github.ts")).githubReport },
  junit: { takesFile: true, load: async () => (await import("./junit.ts")).junitReport },
} satisfies Record<string, ReportEntry>;

export type ReportName = keyof typeof reports;
