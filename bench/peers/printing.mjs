// The peer of `generate`: JSON.stringify of one payload as often as asked, each with a uuid of its own, a line each.
// Usage: node printing.mjs <count>: takes the payload on stdin.
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";

const count = Number(process.argv[2]);
const payload = JSON.parse(readFileSync(0, "utf8"));
let piece = "";
for (let number = 0; number < count; number += 1) {
  payload.uuid = randomUUID();
  piece += `${JSON.stringify(payload)}\n`;
  if (piece.length < 65_536) continue;
  if (!process.stdout.write(piece)) await once(process.stdout, "drain");
  piece = "";
}
process.stdout.write(piece);
