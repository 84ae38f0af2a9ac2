// Packs what would be published into .reports/appdirect-hooks.tgz, and refuses what no user needs and what is too big.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync } from "node:fs";
import { join, posix } from "node:path";

const folder = ".reports";
const largestPackedBytes = 700_000;
const always = [
  "package.json",
  "README.md",
  "LICENSE",
  "CHANGELOG.md",
  "CONTRIBUTING.md",
  "dist/THIRD-PARTY-LICENSES.txt",
];
const needed = [
  ...always,
  "bin/appdirect-hooks.js",
  "bin/start.js",
  "bin/package.json",
  "dist/main.js",
  "dist/index.js",
  "schemas/event.json",
  "schemas/order.json",
];
const allowed = [/^docs\/[\w/-]+\.md$/, /^dist\/[\w.~-]+\.js$/, /^dist\/types\/.+\.d\.ts$/, /^schemas\/\w+\.json$/];

mkdirSync(folder, { recursive: true });
const packed = pack();
renameSync(join(folder, packed.filename), join(folder, "appdirect-hooks.tgz"));

const paths = packed.files.map((file) => file.path);
const mistakes = [
  ...needed.filter((path) => !paths.includes(path)).map((path) => `${path} is missing from the package.`),
  ...paths.filter((path) => !isAllowed(path)).map((path) => `${path} is in the package, and no user needs it.`),
  ...paths.filter((path) => path.endsWith(".md")).flatMap(deadLinks),
  ...(packed.size > largestPackedBytes
    ? [`The package has ${packed.size} bytes; ${largestPackedBytes} is the most.`]
    : []),
];

for (const mistake of mistakes) console.error(`✖ ${mistake}`);
if (mistakes.length > 0) process.exit(1);
console.log(`${paths.length} files, ${packed.size} bytes packed, ${packed.unpackedSize} unpacked`);

function pack() {
  const shell = process.platform === "win32";
  const output = execFileSync("npm", ["pack", "--json", "--pack-destination", folder], { encoding: "utf8", shell });
  return Object.values(JSON.parse(output))[0];
}

function isAllowed(path) {
  return needed.includes(path) || allowed.some((pattern) => pattern.test(path));
}

/** What a page links to by a relative link and the package does not have. */
function deadLinks(page) {
  const text = readFileSync(page, "utf8").replaceAll(/^```[^]*?^```/gm, "");
  const links = Array.from(text.matchAll(/\]\(([^)\s#]+)/g), ([, link]) => link).filter(
    (link) => !/^[a-z]+:/i.test(link),
  );
  const dead = links.filter((link) => !paths.includes(posix.join(posix.dirname(page), link)));
  return dead.map((link) => `${page} links to ${link}, which is not in the package.`);
}
