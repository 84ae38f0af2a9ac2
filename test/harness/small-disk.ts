import { execFileSync } from "node:child_process";
import { onTestFinished } from "vitest";

/** A file system of its own in the folder, until the test ends; false where this machine lets us have none. */
export function mountSmall(folder: string, options: string): boolean {
  if (process.platform !== "linux") return false;
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", folder], { stdio: "ignore" });
  } catch {
    return false; // needs root
  }
  // Lazily: a program that the test started may still have it open.
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder], { stdio: "ignore" }));
  return true;
}
