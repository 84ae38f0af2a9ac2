// Folders of recordings as `listen` makes them.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { benchFolder } from "./folder.mjs";
import { startListen } from "./listen.mjs";
import { sendAll, userEvent, uuidOf } from "./senders.mjs";

/**
 * So many recordings below a folder of their own, each of an event and a moment of its own: `listen` records one, and the
 * others are copies. `first` is the way to one of them.
 */
export async function recordings(count) {
  const { way, text } = await recorded();
  const folder = benchFolder();
  const event = join(folder, "fixtures", dirname(way));
  mkdirSync(event, { recursive: true });
  const { receivedAt } = JSON.parse(text);
  const pathOf = (number) => join(event, basename(way).replace(/^\w+-\w+/, nameOf(number, receivedAt)));
  for (let number = 0; number < count; number += 1) {
    const own = text.replace(uuidOf(0), uuidOf(number)).replace(receivedAt, timeOf(number, receivedAt).toISOString());
    writeFileSync(pathOf(number), own);
  }
  return { folder, first: pathOf(0) };
}

function timeOf(number, receivedAt) {
  return new Date(Date.parse(receivedAt) + number);
}

function nameOf(number, receivedAt) {
  const time = timeOf(number, receivedAt).toISOString().replace(/[-:.]/g, "");
  return `${time}-${uuidOf(number).slice(0, 8)}`;
}

async function recorded() {
  const listen = await startListen();
  try {
    await sendAll(listen.url, { count: 1, connections: 1, bodyOf: () => userEvent(0, 2_000) });
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
