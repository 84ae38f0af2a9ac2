import { hash } from "node:crypto";

/** Of a body as it is recorded, so that an event of an earlier session can be compared: 32 characters, a byte each. */
export function hashOf(body: Buffer): string {
  return hash("sha256", body, "binary");
}
