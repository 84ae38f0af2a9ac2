// How many events a second `listen` records and what time of the processor each takes, against another build. Linux only.
// Usage: node bench/listener.mjs [--against <checkout>] [--rounds 7] [--events 2000] [--bytes 2000]
import { loadavg } from "node:os";
import { parseArgs } from "node:util";
import { sendAll, startListen, uuidOf } from "./harness/listen.mjs";

const { values } = parseArgs({
  options: {
    against: { type: "string" },
    rounds: { type: "string", default: "7" },
    events: { type: "string", default: "2000" },
    bytes: { type: "string", default: "2000" },
  },
});
const events = Number(values.events);
const note = "n".repeat(Number(values.bytes) - 200);
const builds = [".", ...(values.against === undefined ? [] : [values.against])];

const rows = [];
for (const connections of [1, 10, 100]) rows.push(await compare(connections));
console.log(
  `Node ${process.versions.node}, ${values.rounds} rounds, ${events} events of ${values.bytes} bytes, medians`,
);
console.table(rows);

/** Both builds in each round, another first each time; the ratio is the median of the rounds' ratios. */
async function compare(connections) {
  const seen = builds.map(() => []);
  for (let round = 0; round < Number(values.rounds); round += 1) {
    for (const build of round % 2 === 0 ? [0, 1] : [1, 0]) {
      if (build < builds.length) seen[build].push(await measure(builds[build], connections));
    }
  }
  const rate = columns("events/s", "rate", seen);
  return { connections, ...rate, ...columns("CPU ms", "cpuMs", seen), load: rounded(loadavg()[0]) };
}

function columns(title, name, [own, other]) {
  const medianOf = (runs) => rounded(median(runs.map((run) => run[name])));
  if (other === undefined) return { [title]: medianOf(own) };
  const ratio = rounded(median(own.map((run, at) => run[name] / other[at][name])));
  return { [title]: medianOf(own), [`${title} before`]: medianOf(other), [`${title} ratio`]: ratio };
}

async function measure(checkout, connections) {
  const listener = await startListen({ checkout });
  try {
    const bodyOf = (number) =>
      JSON.stringify({
        uuid: uuidOf(number),
        timestamp: 1_795_442_711_000,
        resource: { type: "USER", uuid: `user-${number}`, content: { firstName: "Ada", note } },
        resourceAction: "ADDED",
      });
    const count = connections === 1 ? Math.ceil(events / 4) : events;
    const before = listener.cpuMs();
    const { accepted, ms } = await sendAll(listener, { count, connections, bodyOf });
    if (accepted < count) throw new Error(`${accepted} of ${count} events were answered 200.`);
    return { rate: (count / ms) * 1_000, cpuMs: (listener.cpuMs() - before) / count };
  } finally {
    await listener.close();
  }
}

function median(numbers) {
  return numbers.toSorted((one, other) => one - other)[numbers.length >> 1];
}

function rounded(number) {
  return Math.round(number * 100) / 100;
}
