// Two programs measured by turns, so that what else the machine does falls on both.
import { loadavg } from "node:os";

/**
 * Runs `own` and `peer` once a round, another one first each time; each gives an object of numbers. The pairs of a name
 * are compared by `ratioOf`.
 */
export async function paired(rounds, own, peer) {
  const pairs = [];
  for (let round = 0; round < rounds; round += 1) {
    const pair = {};
    const turns = [
      ["own", own],
      ["peer", peer],
    ];
    for (const [name, measure] of round % 2 === 0 ? turns : turns.toReversed()) pair[name] = await measure();
    pairs.push(pair);
  }
  return { pairs, load: loadavg()[0] };
}

/** A row of the table: `own` and `peer` are medians, `ratio` the median of the rounds' ratios of own to peer. */
export function ratioRow({ what, against, unit, atLeast, atMost }, { pairs, load }, name) {
  const ratio = median(pairs.map(({ own, peer }) => own[name] / peer[name]));
  return {
    what,
    against,
    own: `${rounded(median(pairs.map(({ own }) => own[name])))} ${unit}`,
    peer: `${rounded(median(pairs.map(({ peer }) => peer[name])))} ${unit}`,
    seen: rounded(ratio),
    wanted: wantedText({ atLeast, atMost }),
    holds: holds(ratio, { atLeast, atMost }),
    load: rounded(load),
  };
}

/** A row whose figure is a difference or a value of its own: `numbers` is one a round. */
export function valueRow({ what, against = "", unit, atLeast, atMost, peer }, numbers, load) {
  const value = median(numbers);
  return {
    what,
    against,
    own: `${rounded(value)} ${unit}`,
    peer: peer === undefined ? "" : `${rounded(peer)} ${unit}`,
    seen: rounded(value),
    wanted: `${wantedText({ atLeast, atMost })} ${unit}`,
    holds: holds(value, { atLeast, atMost }),
    load: rounded(load),
  };
}

export function median(numbers) {
  const sorted = numbers.toSorted((one, other) => one - other);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** To three digits: 0.0123, 1.23, 12.3, 1234. */
function rounded(number) {
  if (number === 0 || !Number.isFinite(number)) return number;
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(number))));
  return Number(number.toFixed(Math.min(digits, 4)));
}

function wantedText({ atLeast, atMost }) {
  return atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
}

function holds(number, { atLeast = -Infinity, atMost = Infinity }) {
  return number >= atLeast && number <= atMost;
}
