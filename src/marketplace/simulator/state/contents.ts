import { contentIn, type ToldEvent } from "./told-event.ts";

interface Told {
  latest: ToldEvent;
  /** How many events that are kept told something of it. */
  events: number;
}

/** What the resources look like now, as far as events that are kept told it. */
export class ResourceContents {
  readonly #told = new Map<string, Told>();

  add(event: ToldEvent): void {
    if (event.address === undefined) return;
    const events = this.#told.get(event.address)?.events ?? 0;
    this.#told.set(event.address, { latest: event, events: events + 1 });
  }

  /** The latest stays as long as an earlier one is kept: who is told that one late asks for what is now. */
  forget({ address }: ToldEvent): void {
    const told = address === undefined ? undefined : this.#told.get(address);
    if (address === undefined || told === undefined) return;
    told.events -= 1;
    if (told.events === 0) this.#told.delete(address);
  }

  /** As JSON. It is read out of the event each time, for keeping it beside that would take as much memory again. */
  of(address: string): string | undefined {
    const told = this.#told.get(address);
    return told === undefined ? undefined : contentIn(told.latest.body);
  }
}
