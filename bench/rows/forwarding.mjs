// How long an event takes from its sender to a handler, through `listen` and straight to it, at 100 a second.
import { startHandler } from "../harness/handler.mjs";
import { startListen } from "../harness/listen.mjs";
import { median, paired, valueRow } from "../harness/paired.mjs";
import { openSender, userEvent, uuidOf } from "../harness/senders.mjs";

const rate = 100;
const connections = 10;

export const rows = [latency];

async function latency({ rounds, share }) {
  const count = Math.ceil(1_000 * share);
  const seen = await paired(
    rounds,
    () => arrivals(count, async ({ url }) => startListen({ args: ["--forward-to", url] })),
    () => arrivals(count, async ({ url }) => ({ url, close: () => Promise.resolve() })),
  );
  return [rowAt("p50", 1.5, seen), rowAt("p99", 5, seen)];
}

function rowAt(name, atMost, { pairs, load }) {
  const described = {
    what: `from sender to handler through listen, ${name} more than direct, ${rate}/s`,
    against: `direct`,
    unit: "ms",
    atMost,
    peer: median(pairs.map(({ peer }) => peer[name])),
  };
  return valueRow(
    described,
    pairs.map(({ own, peer }) => own[name] - peer[name]),
    load,
  );
}

/** Starts what `startWay` gives, sends events at the rate, and tells when they were at the handler, in ms after the sending. */
async function arrivals(count, startWay) {
  const sent = new Map();
  const latencies = [];
  let arrivedAll;
  const whole = new Promise((resolve) => (arrivedAll = resolve));
  const handler = await startHandler((call, answer) => {
    const chunks = [];
    call.on("data", (chunk) => chunks.push(chunk));
    call.on("end", () => {
      const { uuid } = JSON.parse(Buffer.concat(chunks));
      latencies.push(performance.now() - sent.get(uuid));
      answer.end();
      if (latencies.length === count) arrivedAll();
    });
  });
  const way = await startWay(handler);
  const address = new URL(way.url);
  const senders = await Promise.all(Array.from({ length: connections }, () => openSender(address)));
  const began = performance.now();
  for (let number = 0; number < count; number += 1) {
    await until(began + (number * 1_000) / rate);
    sent.set(uuidOf(number), performance.now());
    void senders[number % connections].send(userEvent(number, 2_000));
  }
  await whole;
  for (const sender of senders) sender.close();
  await way.close();
  handler.close();
  const sorted = latencies.slice(count / 10).toSorted((one, other) => one - other); // the first ones find nothing warm
  return { p50: sorted[sorted.length >> 1], p99: sorted[Math.floor(sorted.length * 0.99)] };
}

function until(time) {
  return new Promise((done) => setTimeout(done, Math.max(0, time - performance.now())));
}
