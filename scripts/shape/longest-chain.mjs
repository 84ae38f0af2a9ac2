/**
 * The modules on the longest way along imports of values, both ends and every face (`index.ts`) on it included.
 * Throws where imports run in a circle.
 */
export function longestChain(modules) {
  const chains = new Map();
  const chainFrom = (name, way = []) => {
    if (way.includes(name)) throw new Error(`Imports run in a circle: ${[...way, name].join(" → ")}`);
    if (!chains.has(name)) {
      const ways = importedBy(name, modules).map((imported) => chainFrom(imported, [...way, name]));
      chains.set(name, [name, ...longest(ways)]);
    }
    return chains.get(name);
  };
  return longest([...modules.keys()].map((name) => chainFrom(name)));
}

const importedBy = (name, modules) => modules.get(name).imports.filter((imported) => modules.has(imported));

const longest = (chains) => chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);
