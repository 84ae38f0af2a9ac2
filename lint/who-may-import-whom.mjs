/**
 * The table of the same name in docs/architecture.md: a folder gets a neighbour by a line in both.
 * `values` may be imported; of `types` only the types. A longer name (`marketplace/simulator`) stands before its folder.
 */
const folders = {
  "events/payloads": {},
  values: {},
  events: {},
  authentication: { values: ["events"] },
  "fixtures/selection": { values: ["events", "authentication", "fixtures"] },
  fixtures: { values: ["events", "authentication"] },
  delivery: { values: ["events", "fixtures", "authentication"] },
  listener: { values: ["events", "authentication"] },
  tunnel: {},
  generate: { values: ["events", "fixtures", "values"] },
  "marketplace/simulator": { values: ["events", "authentication", "delivery", "generate", "listener", "values"] },
  marketplace: { values: ["events", "authentication"] },
  relay: { values: ["events", "fixtures"], types: ["delivery"] },
  inspector: { values: ["events", "fixtures", "delivery"] },
  check: { values: ["events", "authentication", "delivery", "generate"] },
  "sessions/demo": {
    values: ["events", "authentication", "fixtures/selection", "delivery", "generate", "marketplace/simulator"],
  },
  "sessions/simulate": { values: ["events", "delivery", "marketplace/simulator"] },
  sessions: {
    // prettier-ignore
    values: ["events", "authentication", "fixtures", "fixtures/selection", "delivery", "listener", "tunnel", "generate", "marketplace", "relay", "inspector", "check", "state"],
    types: ["config"],
  },
  doctor: { values: ["tunnel", "state"] },
  output: {
    values: ["events", "authentication"],
    types: ["fixtures", "delivery", "sessions", "sessions/demo", "sessions/simulate", "doctor"],
  },
  config: { values: ["events", "authentication", "fixtures", "delivery", "values"], anyTable: true },
  state: {},
  terminal: {},
  "listen-line": { types: ["fixtures"] },
  commands: { allBut: ["main.ts"] },
  "index.ts": {
    values: ["events", "authentication", "fixtures", "delivery", "generate", "sessions", "marketplace/simulator"],
    types: ["events/payloads"],
  },
  "main.ts": { allBut: [] },
};

/** What anyone may import. */
const everyones = [
  "errors.ts",
  "clock.ts",
  "random.ts",
  "waiting.ts",
  "duration.ts",
  "defaults.ts",
  "header.ts",
  "whole-file.ts",
  "make-folder.ts",
  "write-failure.ts",
  "address.ts",
  "loopback.ts",
  "accepting.ts",
  "endpoint.ts",
  "listen-line/index.ts",
];

/** Why `from` may not import `to`, or nothing. Both are paths below src with `/` between their parts. */
export function reasonAgainst({ from, to, typeOnly }) {
  if (everyones.includes(to) || topOf(from) === topOf(to)) return undefined;
  const importer = folderOf(from);
  const allowed = folders[importer] ?? {};
  if (allowed.anyTable && to.endsWith("/table.ts")) return undefined;
  if (!isFace(to)) return `${to} is private to its folder: import the folder's index.ts.`;
  return mayImport(allowed, to, typeOnly)
    ? undefined
    : `${importer} may not import ${typeOnly ? "types" : "values"} from ${folderOf(to)}.`;
}

/** What may be imported from outside: a file at the root of src, or the index.ts of a folder named above. */
const isFace = (path) =>
  !path.includes("/") || (path.endsWith("/index.ts") && Object.hasOwn(folders, path.slice(0, -"/index.ts".length)));

function mayImport(allowed, to, typeOnly) {
  if (allowed.allBut) return !allowed.allBut.includes(to);
  const neighbours = [...(allowed.values ?? []), ...(typeOnly ? (allowed.types ?? []) : [])];
  return neighbours.includes(folderOf(to));
}

const folderOf = (path) => Object.keys(folders).find((name) => isIn(name, path)) ?? topOf(path);
const isIn = (folder, path) => path === folder || path.startsWith(`${folder}/`);
const topOf = (path) => path.split("/")[0];
