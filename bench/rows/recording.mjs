// What `listen` records: events a second, time of the processor, and how long one event waits.
import { resolve } from "node:path";
import { startListen } from "../harness/listen.mjs";
import { median, paired, ratioRow, valueRow } from "../harness/paired.mjs";
import { sendAll, userEvent } from "../harness/senders.mjs";
import { startServer } from "../harness/server.mjs";

const against = "parse, write, flush, rename, answer";

export const rows = [
  (options) => throughput(options, { bytes: 2_000, connections: 10, atLeast: 1 }),
  (options) => throughput(options, { bytes: 2_000, connections: 100, atLeast: 1 }),
  (options) => throughput(options, { bytes: 100_000, connections: 10, atLeast: 0.5 }),
  withoutRecording,
  atRest,
];

async function throughput({ rounds, share }, { bytes, connections, atLeast }) {
  const events = bytes > 50_000 ? 400 : 6_000;
  const sent = { warm: Math.ceil(events * share), count: Math.ceil(events * share), bytes, connections };
  const seen = await paired(rounds, measured(startListen, sent), measured(startPeer, sent));
  const described = `${bytes / 1_000} kB, ${connections} connections`;
  return [
    ratioRow({ what: `recorded events/s, ${described}`, against, unit: "/s", atLeast }, seen, "rate"),
    cpuRow({ what: `CPU for a recorded event, ${described}`, against, atMost: bytes > 50_000 ? 10 : 1 }, seen),
  ];
}

async function withoutRecording({ rounds, share }) {
  const events = Math.ceil(6_000 * share);
  const sent = { warm: events, count: events, bytes: 2_000, connections: 10 };
  const own = () => startListen({ args: ["--no-record"] });
  const peer = () => startPeer("--no-record");
  const seen = await paired(rounds, measured(own, sent), measured(peer, sent));
  return cpuRow({ what: "CPU for an event with --no-record", against: "parse, answer", atMost: 0.3 }, seen);
}

function cpuRow(described, { pairs, load }) {
  const peer = median(pairs.map((pair) => pair.peer.cpuMs));
  const own = pairs.map((pair) => pair.own.cpuMs);
  return valueRow({ ...described, unit: "ms", peer }, own, load);
}

/** One event after the other on one connection, with a pause between them. */
async function atRest({ rounds, share }) {
  const sent = { warm: 20, count: Math.ceil(200 * share), bytes: 2_000, connections: 1, pauseMs: 10 };
  const seen = await paired(rounds, measured(startListen, sent), measured(startPeer, sent));
  return ratioRow({ what: "one event at rest, 200 after", against, unit: "ms", atMost: 1.2 }, seen, "latency");
}

function measured(start, { warm, count, bytes, connections, pauseMs }) {
  return async () => {
    const server = await start();
    try {
      await sendAll(server.url, { count: warm, connections, bodyOf: (number) => userEvent(number, bytes) });
      const before = server.cpuMs();
      const bodyOf = (number) => userEvent(warm + number, bytes);
      const { accepted, ms, latencies } = await sendAll(server.url, { count, connections, bodyOf, pauseMs });
      if (accepted < count) throw new Error(`${accepted} of ${count} events were answered 200.`);
      return { rate: (count / ms) * 1_000, cpuMs: (server.cpuMs() - before) / count, latency: median(latencies) };
    } finally {
      await server.close();
    }
  };
}

function startPeer(...flags) {
  const program = resolve("bench/peers/recording-server.mjs");
  return startServer({ wordsIn: (folder) => [program, folder, ...flags] });
}
