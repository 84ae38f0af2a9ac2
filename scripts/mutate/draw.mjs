/** All mutants in an order that the seed gives, of each file the first `perFile`. The more a file has, the more are early. */
export function draw(mutants, { seed, perFile }) {
  const taken = new Map();
  return shuffled(mutants, numbersFrom(seed)).filter(({ file }) => {
    taken.set(file, (taken.get(file) ?? 0) + 1);
    return taken.get(file) <= perFile;
  });
}

function shuffled(items, next) {
  const order = [...items];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(next() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

/** Mulberry32: from 0 up to 1. */
function numbersFrom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
