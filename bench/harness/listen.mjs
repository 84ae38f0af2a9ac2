// A `listen` that runs.
import { resolve } from "node:path";
import { startServer } from "./server.mjs";

/** Starts `listen` in a folder of its own. `checkout`: whose build it is. */
export function startListen({ args = [], checkout = ".", ...options } = {}) {
  const program = resolve(checkout, "bin/appdirect-hooks.js");
  const words = [program, "listen", "--no-tunnel", "--port", "0", "--print-url", ...args];
  return startServer({ wordsIn: () => words, ...options });
}
