// What a folder of 100,000 recordings costs a command, against one with a single recording, or none. Linux only.
import { rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { startHandler } from "../harness/handler.mjs";
import { folderWithRecordings, idOf } from "../harness/many-files.mjs";
import { median, paired, ratioRow, valueRow } from "../harness/paired.mjs";
import { untilExit, untilLine } from "../harness/programs.mjs";

const program = resolve("bin/appdirect-hooks.js");

/** A round of the table has so many turns of each. */
const turnsInRound = 2;

/** In MB of resident memory. */
const mostMemory = 100;

/** For what `listen` reads after it is ready. */
const restMs = 3_000;

export const rows = [manyFixtures];

async function manyFixtures({ rounds, share }) {
  const count = Math.max(100, Math.ceil(100_000 * share));
  const handler = await startHandler((call, answer) => call.resume().once("end", () => answer.end()));
  const folders = { many: folderWithRecordings(count), one: folderWithRecordings(1), none: folderWithRecordings(0) };
  try {
    const replays = (name) => (place) => untilExit([program, "replay", name, "--to", handler.url], place);
    const turns = rounds * turnsInRound;
    return [
      ...(await rowsOf("replay last", { count, turns, atMost: 3 }, replays("last"), folders.many, folders.one)),
      ...(await rowsOf("replay <id>", { count, turns, atMost: 3 }, byId(replays, count), folders.many, folders.one)),
      ...(await rowsOf("listen until ready", { count, turns, atMost: 2 }, ready, folders.many, folders.none)),
    ];
  } finally {
    handler.close();
    for (const folder of Object.values(folders)) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** One from the middle; the folder of one has the first. */
function byId(replays, count) {
  return (place, isMany) => replays(idOf(isMany ? count >> 1 : 0))(place);
}

function ready(place, isMany) {
  return untilLine([program, "listen", "--no-tunnel", "--port", "0", "--print-url"], {
    ...place,
    restMs: isMany ? restMs : 0,
  });
}

async function rowsOf(what, { count, turns, atMost }, run, many, few) {
  const seen = await paired(
    turns,
    () => run(placeIn(many), true),
    () => run(placeIn(few), false),
  );
  const named = `${what}, ${count} fixtures`;
  const peaks = seen.pairs.map(({ own }) => own.peak);
  const peer = median(seen.pairs.map((pair) => pair.peer.peak));
  const against = what.startsWith("listen") ? "no fixture" : "one fixture";
  return [
    ratioRow({ what: named, against, unit: "ms", atMost }, seen, "ms"),
    valueRow({ what: `peak memory of ${named}`, against, unit: "MB", atMost: mostMemory, peer }, peaks, seen.load),
  ];
}

function placeIn(folder) {
  return { cwd: folder, env: { ...process.env, XDG_STATE_HOME: join(folder, "state") } };
}
