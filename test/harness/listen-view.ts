import { plainTheme, views, type FormatName, type ViewOutput } from "../../src/output/index.ts";
import type { ViewSurroundings } from "../../src/output/views/view.ts";
import type { Notice } from "../../src/sessions/index.ts";

/** What was written, by where it goes in a terminal. */
export interface Written {
  /** The events. */
  out?: string;
  /** All else. */
  err?: string;
}

/** A view without colours on a line of 100 characters, with what a test wants different: what it makes of a notice. */
export async function listenView(
  name: FormatName,
  different: Partial<ViewSurroundings> = {},
): Promise<(notice: Notice) => Written> {
  const written = keepingOutput();
  const view = (await views[name].load())({ ...viewSurroundings(written.output), ...different });
  return (notice) => {
    view.show(notice);
    return written.take();
  };
}

/** What a session's notices are on stdout in the pretty form, line by line. */
export async function prettyLines(
  notices: readonly Notice[],
  different: Partial<ViewSurroundings> = {},
): Promise<string[]> {
  const view = await listenView("pretty", different);
  return notices
    .map((notice) => view(notice).out ?? "")
    .join("")
    .split("\n")
    .map((line) => line.trimEnd());
}

export function viewSurroundings(output: ViewOutput): ViewSurroundings {
  return {
    output,
    outTheme: plainTheme,
    errTheme: plainTheme,
    width: () => 100,
    errWidth: () => 100,
    verbose: false,
    program: "npx appdirect-hooks",
    shownPath: (file) => file,
  };
}

/** An output that keeps what is written until somebody takes it. */
export function keepingOutput(): { output: ViewOutput; take(): Written } {
  let written: Written = {};
  return {
    output: {
      data: (text) => (written = { ...written, out: (written.out ?? "") + text }),
      say: (text) => (written = { ...written, err: (written.err ?? "") + text }),
      blank: () => (written = { ...written, out: `${written.out ?? ""} ` }),
    },
    take() {
      const taken = written;
      written = {};
      return taken;
    },
  };
}
