import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";

const megabytes = 48;

/** A disk of its own with ext4, mounted until the test ends, of which a copy is what a power cut leaves. */
export interface DiskImage {
  /** Where it is mounted. */
  folder: string;
  /** Mounts a copy of what has reached the disk by now. */
  copy(name: string): DiskImage;
}

/** In the folder; undefined where this machine lets us have none: that takes root, Linux and loop devices. */
export function diskImage(place: string): DiskImage | undefined {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return undefined;
  const image = join(place, "disk.img");
  writeFileSync(image, "");
  truncateSync(image, megabytes * 1024 ** 2);
  try {
    execFileSync("mkfs.ext4", ["-q", image], { stdio: "ignore" });
    return mounted(place, image);
  } catch {
    return undefined;
  }
}

function mounted(place: string, image: string): DiskImage {
  const folder = image.replace(/\.img$/, "");
  mkdirSync(folder);
  execFileSync("mount", ["-o", "loop", image, folder], { stdio: "ignore" });
  // Lazily: a program that the test started may still have it open.
  onTestFinished(() => void execFileSync("umount", ["--lazy", folder], { stdio: "ignore" }));
  return {
    folder,
    copy(name) {
      const copied = join(place, `${name}.img`);
      copyFileSync(image, copied);
      return mounted(place, copied);
    },
  };
}
