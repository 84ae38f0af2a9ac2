import { views, plainTheme, type FormatName, type View } from "../../src/output/index.ts";
import type { ViewParts } from "../../src/output/views/view.ts";

/** A view without colours on a line of 100 characters, with what a test wants different. */
export async function listenView(name: FormatName, different: Partial<ViewParts> = {}): Promise<View> {
  const create = await views[name].load();
  return create({
    outTheme: plainTheme,
    errTheme: plainTheme,
    width: () => 100,
    errWidth: () => 100,
    verbose: false,
    program: "npx appdirect-hooks",
    shownPath: (file) => file,
    ...different,
  });
}
