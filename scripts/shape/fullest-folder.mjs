import { posix } from "node:path";

/** The folder with the most files directly in it. */
export function fullestFolder(modules) {
  const counts = new Map();
  for (const name of modules.keys()) {
    const folder = posix.dirname(name);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  const all = [...counts].map(([folder, files]) => ({ folder, files }));
  return all.reduce((fullest, one) => (one.files > fullest.files ? one : fullest), { folder: "none", files: 0 });
}
