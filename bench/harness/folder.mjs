// Folders for what is measured.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = [];

/**
 * A new folder. It is removed only when all is measured: for a minute after files were removed, ext4 takes several times
 * as long to make others.
 */
export function benchFolder() {
  const folder = mkdtempSync(join(tmpdir(), "appdirect-hooks-bench-"));
  if (folders.push(folder) === 1) process.on("exit", removeAll);
  return folder;
}

function removeAll() {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
