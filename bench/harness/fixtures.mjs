// Folders of recordings as `listen` makes them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { benchFolder } from "./folder.mjs";
import { startListen } from "./listen.mjs";
import { sendAll, userEvent, uuidOf } from "./senders.mjs";

/**
 * So many recordings below a folder of their own, each of an event, a resource and a moment of its own: `listen` records one with a
 * body of so many bytes, and the others are copies. `first` is the way to one of them. With `isNamed` they are called
 * `0001.json`, as what `generate --out` writes: their names do not tell when they came.
 */
export async function recordings(count, { bodyBytes = 2_000, isNamed = false } = {}) {
  const { way, text } = await recorded(bodyBytes);
  const folder = benchFolder();
  const event = join(folder, "fixtures", dirname(way));
  mkdirSync(event, { recursive: true });
  const { receivedAt } = JSON.parse(text);
  const nameOf = (number) => (isNamed ? `${number}`.padStart(6, "0") : recordingName(number, receivedAt));
  const pathOf = (number) => join(event, basename(way).replace(/^\w+-\w+/, nameOf(number)));
  for (let number = 0; number < count; number += 1) {
    const own = text
      .replace(uuidOf(0), uuidOf(number))
      .replace('"user-0"', `"user-${number}"`)
      .replace(receivedAt, timeOf(number, receivedAt).toISOString());
    writeFileSync(pathOf(number), own);
  }
  return { folder, first: pathOf(0) };
}

function timeOf(number, receivedAt) {
  return new Date(Date.parse(receivedAt) + number);
}

function recordingName(number, receivedAt) {
  const time = timeOf(number, receivedAt).toISOString().replace(/[-:.]/g, "");
  return `${time}-${uuidOf(number).slice(0, 8)}`;
}

async function recorded(bodyBytes) {
  const listen = await startListen();
  try {
    await sendAll(listen.url, { count: 1, connections: 1, bodyOf: () => userEvent(0, bodyBytes) });
    const below = join(listen.folder, "fixtures");
    let way;
    while (way === undefined) {
      way = readdirSync(below, { recursive: true }).find((name) => name.endsWith(".json"));
      await new Promise((done) => setTimeout(done, 20));
    }
    return { way, text: readFileSync(join(below, way), "utf8") };
  } finally {
    await listen.close();
  }
}
