// What `listen` keeps in memory after much came. Linux only.
// Usage: node bench/memory.mjs [--share 0.1] [--load <number>] [--checkout <folder>] [--json]
import { parseArgs } from "node:util";
import { hangingHandler, sendAll, startListen, uuidOf } from "./harness/listen.mjs";

const limit = 150;
const nodeOptions = "--max-old-space-size=192";

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

const { values } = parseArgs({
  options: {
    share: { type: "string", default: "1" },
    load: { type: "string" },
    checkout: { type: "string", default: "." },
    json: { type: "boolean", default: false },
  },
});
const rows = [];
for (const load of values.load === undefined ? loads : [loads[Number(values.load)]]) rows.push(await measure(load));
if (values.json) console.log(JSON.stringify(rows));
else {
  console.log(`Node ${process.versions.node}, ${nodeOptions}, MB of resident memory, limit ${limit}`);
  console.table(rows);
}
if (rows.some(({ holds }) => !holds)) process.exitCode = 1;

async function measure({ name, count, connections, bodyOf, args = [], hangs = false, reads = true }) {
  const handler = hangs ? await hangingHandler() : undefined;
  const forwarding = handler === undefined ? [] : ["--forward-to", handler.url];
  const listener = await startListen({ args: [...args, ...forwarding], checkout: values.checkout, nodeOptions, reads });
  try {
    const events = Math.ceil(count * Number(values.share));
    const { accepted, ms } = await sendAll(listener, { count: events, connections, bodyOf });
    const { resident, peak } = await untilCalm(listener);
    const holds = resident <= limit && accepted === events;
    return { load: name, events, accepted, resident, peak, seconds: Math.round(ms / 100) / 10, holds };
  } finally {
    await listener.close();
    handler?.close();
  }
}

/** Memory that nobody holds is given back when nothing was to do for a while: looks for 30 s at most. */
async function untilCalm(listener) {
  let least = listener.memory();
  for (let looks = 0; looks < 120 && least.resident > limit; looks += 1) {
    await new Promise((done) => setTimeout(done, 250));
    const now = listener.memory();
    if (now.resident < least.resident) least = now;
  }
  return { ...least, peak: listener.memory().peak };
}

function event(number, type, content) {
  const resource = { type, uuid: `${type}-${number}`, content };
  return JSON.stringify({ uuid: uuidOf(number), timestamp: 1_795_442_711_000, resource, resourceAction: "ADDED" });
}

/** Of so many bytes, another for each event. */
function text(bytes, number) {
  return `${number} `.padEnd(bytes, "n");
}
