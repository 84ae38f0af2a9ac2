/**
 * The shortest way along imports from one of `from` to a module that `isMeant`; undefined where there is none. What is
 * imported late is not followed.
 */
export function wayTo(isMeant, from, modules) {
  const ways = from.map((name) => [name]);
  const seen = new Set(from);
  for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
    if (isMeant(way.at(-1))) return way;
    for (const imported of modules.get(way.at(-1))?.imports ?? []) {
      if (!seen.has(imported)) ways.push([...way, imported]);
      seen.add(imported);
    }
  }
  return undefined;
}
