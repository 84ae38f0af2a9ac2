// A program that runs once, as a user starts it.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Runs node with these words until it ends. Gives ms, and the most memory it was seen to hold, in MB of 1,000,000 bytes. */
export async function untilExit(words, { node = process.execPath, ...surroundings }) {
  const start = performance.now();
  const child = spawn(node, words, { ...surroundings, stdio: "ignore" });
  const memory = watchedPeak(child);
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`${words.join(" ")} ended with ${status}.`);
  return { ms: performance.now() - start, peak: memory() };
}

/** The same until it has printed a line; then `more(line)` is awaited, and it is ended after `restMs` of rest. */
export async function untilLine(words, { more, restMs = 0, ...surroundings }) {
  const start = performance.now();
  const child = spawn(process.execPath, words, { ...surroundings, stdio: ["ignore", "pipe", "ignore"] });
  const memory = watchedPeak(child);
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  await more?.(line);
  const ms = performance.now() - start;
  if (restMs > 0) await new Promise((done) => setTimeout(done, restMs));
  child.kill();
  await once(child, "exit");
  return { ms, peak: memory() };
}

/** Linux alone tells a peak; elsewhere it is not a number. */
function watchedPeak({ pid }) {
  let peak = NaN;
  const look = () => {
    const [, kilobytes] = /^VmHWM:\s+(\d+) kB/m.exec(statusOf(pid)) ?? [];
    if (kilobytes !== undefined) peak = Number(kilobytes) * 0.001024;
  };
  const watch = setInterval(look, 10);
  return () => {
    clearInterval(watch);
    return peak;
  };
}

function statusOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/status`, "utf8");
  } catch {
    return ""; // it has ended, or this is no Linux
  }
}
