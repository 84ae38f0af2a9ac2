// A folder of recordings as `listen` makes it, of so many events.
import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { userEvent, uuidOf } from "./senders.mjs";

const resources = ["user", "company", "order", "invoice", "subscription"];
const folders = resources.flatMap((name) => [`${name}.added`, `${name}.changed`]);

/** Makes it in memory where the system has room for files there. */
export function folderWithRecordings(count) {
  const memory = "/dev/shm";
  const place = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), "appdirect-hooks-bench-"));
  const fixtures = join(place, "fixtures");
  for (const name of folders) mkdirSync(join(fixtures, name), { recursive: true });
  for (let number = 0; number < count; number += 1) {
    const { name, content } = recording(number);
    writeFileSync(join(fixtures, folders[number % folders.length], name), content);
  }
  return place;
}

function recording(number) {
  const receivedAt = new Date(Date.UTC(2026, 10, 23, 14) + number * 1_000).toISOString();
  const fixture = {
    appdirectHooks: 1,
    event: "user.added",
    receivedAt,
    request: { method: "POST", path: "/", headers: { "content-type": "application/json" } },
    payload: JSON.parse(userEvent(number, 300)),
  };
  const name = `${receivedAt.replace(/[-:.]/g, "")}-${idOf(number)}.json`;
  return { name, content: `${JSON.stringify(fixture, undefined, 2)}\n` };
}

/** What `replay` takes for the nth event: the beginning of its uuid. */
export function idOf(number) {
  return uuidOf(number).slice(0, 8);
}
