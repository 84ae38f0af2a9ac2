import { parseArgs } from "node:util";

/** Which mutants, for how long, and where to. Throws for an option that is not known, and a number that is none. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      seed: { type: "string", default: "1" },
      count: { type: "string", default: "120" },
      minutes: { type: "string", default: "40" },
      folders: { type: "string", default: "delivery,listener,fixtures" },
      out: { type: "string" },
      list: { type: "boolean", default: false },
    },
  });
  const folders = values.folders.split(",").map((folder) => `src/${folder}`);
  const [seed, count, minutes] = ["seed", "count", "minutes"].map((name) => numberOf(name, values[name]));
  return { seed, count, minutes, folders, out: values.out, list: values.list };
}

function numberOf(name, text) {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} ${text} is not a whole number.`);
  return Number(text);
}
