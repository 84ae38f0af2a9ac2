import type { Random } from "../../random.ts";
import type { Sending } from "./sendings.ts";

/** Of a hundred so many twice, one behind the other, as networks deliver them. */
export async function* repeated(
  sendings: AsyncIterable<Sending>,
  percent: number,
  random: Random,
): AsyncGenerator<Sending> {
  for await (const sending of sendings) {
    yield sending;
    if (random.integer(1, 100) <= percent) yield sending;
  }
}

/** Each is one of so many that may come next; of large ones fewer. */
const around = { count: 100, bytes: 16 * 1024 ** 2 };

/** In an order that networks may make of it. What is due at a moment stays so: another sets out then. */
export async function* shuffled(sendings: AsyncIterable<Sending>, random: Random): AsyncGenerator<Sending> {
  const held: Sending[] = [];
  const moments: number[] = [];
  let bytes = 0;
  const taken = (): Sending | undefined => {
    const [one] = held.splice(random.integer(0, held.length - 1), 1);
    bytes -= one?.outgoing.body.length ?? 0;
    return one && { ...one, receivedAt: moments.shift() ?? one.receivedAt };
  };
  for await (const sending of sendings) {
    held.push(sending);
    moments.push(sending.receivedAt);
    bytes += sending.outgoing.body.length;
    while (held.length >= around.count || bytes >= around.bytes) {
      const one = taken();
      if (one !== undefined) yield one;
    }
  }
  for (let one = held.length > 0 ? taken() : undefined; one !== undefined; one = held.length > 0 ? taken() : undefined)
    yield one;
}
