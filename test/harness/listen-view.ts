import { listenViews, plainTheme, type FormatName, type ListenView } from "../../src/output/index.ts";
import type { ListenViewParts } from "../../src/output/listen-view/view.ts";

/** A view without colours on a line of 100 characters, with what a test wants different. */
export async function listenView(name: FormatName, different: Partial<ListenViewParts> = {}): Promise<ListenView> {
  const create = await listenViews[name].load();
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
