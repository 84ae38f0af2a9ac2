// The peer of `generate --out`: writes one content into as many files as asked, so many at once, each under a temporary
// name that becomes its own. Usage: node writing-files.mjs <folder> <count> <at once>: takes the content on stdin.
import { mkdirSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";

const [folder, count, atOnce] = process.argv.slice(2);
const content = readFileSync(0);
mkdirSync(folder, { recursive: true });
let next = 0;
await Promise.all(Array.from({ length: Number(atOnce) }, writeSome));

async function writeSome() {
  for (let number = next++; number < Number(count); number = next++) {
    const temporary = join(folder, `.${number}.tmp`);
    const file = await open(temporary, "wx", 0o600);
    await file.write(content);
    await file.close();
    const path = join(folder, `${number}.json`);
    await rename(temporary, path);
    process.stdout.write(`${path}\n`);
  }
}
