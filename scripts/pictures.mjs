// Draws what `listen` shows of a purchase, at 60, 80 and 200 columns, for dark and light pages: docs/pictures/*.svg.
// Needs `script` (Debian's bsdutils) for a terminal of that size, and a build.
import { mkdirSync, writeFileSync } from "node:fs";
import { recordPurchase } from "./pictures/record-purchase.mjs";
import { drawScreen } from "./pictures/draw-screen.mjs";
import { readScreen } from "./pictures/read-screen.mjs";

const folder = new URL("../docs/pictures/", import.meta.url);
mkdirSync(folder, { recursive: true });

for (const columns of [60, 80, 200]) {
  const lines = readScreen(await recordPurchase(columns));
  for (const page of ["dark", "light"])
    writeFileSync(new URL(`purchase-${columns}-${page}.svg`, folder), drawScreen(lines, { columns, page }));
}
