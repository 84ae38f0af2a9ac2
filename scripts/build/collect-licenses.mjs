import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { isDependency } from "./minify-dependencies.mjs";

/** Writes the licences of the packages that are in the bundle, and of no others, beside it. */
export function collectLicenses({ fileName }) {
  return {
    name: "collect-licenses",
    generateBundle(_options, bundle) {
      const folders = new Set(bundledModules(bundle).map(packageFolder));
      const packages = [...folders].map(readPackage).toSorted((a, b) => (a.name < b.name ? -1 : 1));
      this.emitFile({ type: "asset", fileName, source: licensesText(packages) });
    },
  };
}

function bundledModules(bundle) {
  const modules = Object.values(bundle).flatMap((output) =>
    output.type === "chunk" ? Object.entries(output.modules) : [],
  );
  return modules.filter(([id, { renderedLength }]) => isDependency(id) && renderedLength > 0).map(([id]) => id);
}

/** The nearest folder with a named package.json: packages put nameless ones beside their builds, to say "type". */
function packageFolder(moduleId) {
  let folder = dirname(moduleId.split("?")[0]);
  while (!existsSync(join(folder, "package.json")) || readManifest(folder).name === undefined) folder = dirname(folder);
  return folder;
}

function readPackage(folder) {
  const { name, version, license, author } = readManifest(folder);
  if (typeof license !== "string") throw new Error(`${name}@${version} is bundled and names no licence.`);
  return {
    name,
    version,
    license,
    text: licenseText(folder) ?? `Written by ${author?.name ?? author ?? "its authors"}.`,
  };
}

function licenseText(folder) {
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(\.|-|$)/i.test(entry));
  return file === undefined ? undefined : readFileSync(join(folder, file), "utf8").trim();
}

const readManifest = (folder) => JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));

function licensesText(packages) {
  const head =
    "appdirect-hooks is under the licence in LICENSE. Its build holds code of these packages, each under its own.";
  const parts = packages.map(({ name, version, license, text }) => `${name} ${version} (${license})\n\n${text}`);
  return `${[head, ...parts].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}
