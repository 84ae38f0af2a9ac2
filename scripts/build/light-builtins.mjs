import { builtinModules } from "node:module";

/**
 * Takes Node's own modules by a call. An `import` of one has Node read each of its exports, the lazy ones too: with
 * node:http on Node 22 that loads Node's own fetch and WebSocket, 50 ms that nobody asked for. Of some only the first use
 * does, which most runs never come to: together they take 10 ms.
 */
export function lightBuiltins() {
  return {
    name: "light-builtins",
    resolveId: (id, importer) => (isUnusedProcesses(id, importer) ? unusedProcesses : null),
    load: (id) => (id === unusedProcesses ? "export default {};" : null),
    renderChunk(code) {
      const lightened = code.replaceAll(importOfOneModule, (statement, bindings, module) =>
        isOurBusiness(module) ? declaration(bindings, `$builtin("${module}")`) : statement,
      );
      return lightened === code ? null : { code: prologue + late(lightened) };
    },
  };
}

/** commander would start programs for sub-commands, of which we have none; loading what starts them takes 8 ms. */
const isUnusedProcesses = (id, importer) =>
  id === "node:child_process" && /[\\/]node_modules[\\/]commander[\\/]/.test(importer ?? "");
const unusedProcesses = "\0no-child-processes";

// Node 21 and 22.0 to 22.2 do not have getBuiltinModule.
const prologue = `import { createRequire as $createRequire } from "node:module";
const $builtin = globalThis.process.getBuiltinModule ?? $createRequire(import.meta.url);
`;

/** The bundler writes one import a line: a default, a namespace, names in braces, or the first and the last. */
const importOfOneModule = /^import ([\w$]+|\* as [\w$]+|(?:[\w$]+, )?\{[^}]*\}) from "([^"]+)";$/gm;

const isOurBusiness = (module) => builtinModules.includes(module.replace(/^node:/, "")) && module !== "node:module";

function declaration(bindings, value) {
  const [, whole, names] = /^(?:\* as )?([\w$]*)(?:, )?(\{.*\})?$/.exec(bindings);
  const pattern = names?.replaceAll(" as ", ": ");
  if (whole === "") return `const ${pattern} = ${value};`;
  return `const ${whole} = ${value}${pattern === undefined ? "" : `, ${pattern} = ${whole}`};`;
}

/** Names of these modules are asked for where they are used, if each use can be told from its text. */
const lateDeclaration =
  /^const \{ ([^}]*) \} = (\$builtin\("node:(?:child_process|crypto|dns|tls|worker_threads|zlib)"\));$/gm;

function late(code) {
  let result = code;
  for (const [declared, names, module] of code.matchAll(lateDeclaration)) {
    const rest = result.replace(declared, "");
    const values = names.split(", ").map((name) => name.split(": "));
    if (!values.every(([name, own = name]) => usesOf(own, rest).every(isPlain))) continue;
    result = values.reduce((before, [name, own = name]) => withUses(before, own, `(${module}.${name})`), rest);
  }
  return result;
}

function usesOf(name, code) {
  return Array.from(code.matchAll(usePattern(name)), ({ index }) => ({
    before: code.slice(code.lastIndexOf("\n", index) + 1, index),
    after: code.slice(index + name.length, code.indexOf("\n", index)),
  }));
}

/** Called, made, spread or looked into; a method that is called so begins its line, and opens its body at the end of it. */
function isPlain({ before, after }) {
  const isMethod = /^\s*(?:async |static |\*)*$/.test(before) && /^\(.*\{$/.test(after);
  return !isMethod && (/^[(.[]/.test(after) || before.endsWith("..."));
}

const withUses = (code, name, value) => code.replaceAll(usePattern(name), () => value);
/** Neither part of a longer name, nor what follows a dot, nor a key. */
const usePattern = (name) =>
  new RegExp(`(?<![\\w$])(?<!(?<!\\.\\.)\\.)${name.replaceAll("$", "\\$")}(?![\\w$]|: )`, "g");
