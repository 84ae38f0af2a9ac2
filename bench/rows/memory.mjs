// What `listen` keeps in memory after much came, and what it takes for many large bodies at once. Linux only.
import { loadavg } from "node:os";
import { hangingHandler } from "../harness/handler.mjs";
import { startListen } from "../harness/listen.mjs";
import { valueRow } from "../harness/paired.mjs";
import { sendAll, uuidOf } from "../harness/senders.mjs";

const nodeOptions = "--max-old-space-size=192";

/** In MB of resident memory. */
const limit = 150;

const loads = [
  {
    name: "COMPANY events with a name of 4.9 MB",
    count: 500,
    connections: 2,
    bodyOf: (number) => event(number, "COMPANY", { name: text(4_900_000, number) }),
  },
  {
    name: "events of 4.9 MB recorded nowhere, and a handler that hangs",
    count: 250,
    connections: 2,
    args: ["--no-record"],
    hangs: true,
    bodyOf: (number) => event(number, "USER", { firstName: text(4_900_000, number) }),
  },
  {
    name: "events of 64 kB of {},{},…",
    count: 600,
    connections: 4,
    bodyOf: (number) => event(number, "USER", { notes: Array.from({ length: 21_600 }, () => ({})) }),
  },
  {
    name: "events, and a handler that hangs",
    count: 20_000,
    connections: 10,
    hangs: true,
    bodyOf: (number) => event(number, "USER", { firstName: "Ada" }),
  },
  {
    name: "events of 8 kB into a pipe that nobody reads",
    count: 6_000,
    connections: 10,
    args: ["--verbose"],
    reads: false,
    bodyOf: (number) => event(number, "USER", { firstName: text(8_000, number) }),
  },
];

export const rows = [
  ...loads.map((load) => (options) => afterwards(load, options)),
  ({ share }) => atOnce(Math.ceil(100 * share)),
];

async function afterwards({ name, count, connections, bodyOf, args = [], hangs = false, reads = true }, { share }) {
  const handler = hangs ? await hangingHandler() : undefined;
  const forwarding = handler === undefined ? [] : ["--forward-to", handler.url];
  const listener = await startListen({ args: [...args, ...forwarding], nodeOptions, reads });
  try {
    const events = Math.ceil(count * share);
    const { accepted } = await sendAll(listener.url, { count: events, connections, bodyOf });
    if (accepted < events) throw new Error(`${accepted} of ${events} events were answered 200.`);
    const resident = await untilCalm(listener);
    return valueRow({ what: `memory after ${events} ${name}`, unit: "MB", atMost: limit }, [resident], loadavg()[0]);
  } finally {
    await listener.close();
    handler?.close();
  }
}

/** The most it takes for so many bodies of 5 MB at once. */
async function atOnce(count) {
  const listener = await startListen();
  try {
    const bodyOf = (number) => event(number, "USER", { firstName: "Ada", lines: linesOf5Megabytes });
    const { accepted } = await sendAll(listener.url, { count, connections: count, bodyOf });
    if (accepted < count) throw new Error(`${accepted} of ${count} events were answered 200.`);
    const { peak } = listener.memory();
    return valueRow(
      { what: `peak memory, ${count} bodies of 5 MB at once`, unit: "MB", atMost: 600 },
      [peak],
      loadavg()[0],
    );
  } finally {
    await listener.close();
  }
}

/** Memory that nobody holds is given back when nothing was to do for a while: looks for a minute at most. */
async function untilCalm(listener) {
  let least = listener.memory();
  for (let looks = 0; looks < 240 && least.resident > limit; looks += 1) {
    await new Promise((done) => setTimeout(done, 250));
    const now = listener.memory();
    if (now.resident < least.resident) least = now;
  }
  return least.resident;
}

function event(number, type, content) {
  const resource = { type, uuid: `${type}-${number}`, content };
  return JSON.stringify({ uuid: uuidOf(number), timestamp: 1_795_442_711_000, resource, resourceAction: "ADDED" });
}

/** Of so many bytes, another for each event. */
function text(bytes, number) {
  return `${number} `.padEnd(bytes, "n");
}

const linesOf5Megabytes = Array.from({ length: 50_000 }, () => "x".repeat(95));
