import { resolve } from "node:path";
import ts from "typescript";

/** Says whether a file still compiles with another content. It stays loaded, so that one answer takes part of a second. */
export function compiler(names) {
  const files = names.map((name) => resolve(name));
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile("tsconfig.json", ts.sys.readFile).config,
    ts.sys,
    ".",
  );
  const changed = { file: undefined, content: "", version: 0 };
  const contentOf = (file) => (file === changed.file ? changed.content : ts.sys.readFile(file));
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => files,
    getScriptVersion: (file) => (file === changed.file ? `changed ${changed.version}` : "0"),
    getScriptSnapshot: (file) => snapshot(contentOf(file)),
    getCurrentDirectory: () => process.cwd(),
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: ts.sys.fileExists,
    readFile: ts.sys.readFile,
  });
  return (file, content) => {
    Object.assign(changed, { file: resolve(file), content, version: changed.version + 1 });
    return [service.getSyntacticDiagnostics, service.getSemanticDiagnostics].every(
      (ask) => ask(changed.file).length === 0,
    );
  };
}

const snapshot = (content) => (content === undefined ? undefined : ts.ScriptSnapshot.fromString(content));
