import type { Random } from "../../random.ts";
import type { Sending } from "./sendings.ts";

/** Of a hundred so many twice, one behind the other, as networks deliver them. */
export async function* repeated(
  events: AsyncIterable<Iterable<Sending>>,
  percent: number,
  random: Random,
): AsyncGenerator<Iterable<Sending>> {
  for await (const sendings of events) yield someTwice(sendings, percent, random);
}

function* someTwice(sendings: Iterable<Sending>, percent: number, random: Random): Generator<Sending> {
  for (const sending of sendings) {
    yield sending;
    if (random.integer(1, 100) <= percent) yield sending;
  }
}

/** Each is one of so many that may come next; of large ones fewer. */
const around = { count: 100, bytes: 16 * 1024 ** 2 };

/** In an order that networks may make of it. What is due at a moment stays so: another sets out then. */
export async function* shuffled(
  events: AsyncIterable<Iterable<Sending>>,
  random: Random,
): AsyncGenerator<Iterable<Sending>> {
  const held: Sending[] = [];
  const moments: number[] = [];
  let bytes = 0;
  for await (const sendings of events) {
    for (const sending of sendings) {
      held.push(sending);
      moments.push(sending.receivedAt);
      bytes += sending.outgoing.body.length;
      while (held.length >= around.count || bytes >= around.bytes) yield taken();
    }
  }
  while (held.length > 0) yield taken();

  function taken(): Sending[] {
    const [receivedAt = Number.NaN] = moments.splice(0, 1);
    return held.splice(random.integer(0, held.length - 1), 1).map((one) => {
      bytes -= one.outgoing.body.length;
      return { ...one, receivedAt };
    });
  }
}
