import { createHash, timingSafeEqual } from "node:crypto";

/** Compares in constant time. Hashed first, so that the comparison does not even tell the length. */
export function isSame(left: string, right: string): boolean {
  return timingSafeEqual(digest(left), digest(right));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
