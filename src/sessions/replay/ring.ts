/**
 * A queue whose places are used again, and hold nothing once it was taken. An array that is pushed to and shifted is
 * copied again and again, and each copy that is left holds what was in it until all memory is looked through.
 */
export class Ring<Item> {
  #places: (Item | undefined)[] = Array.from({ length: 64 });
  #first = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  push(item: Item): void {
    if (this.#size === this.#places.length) this.#grow();
    this.#places[(this.#first + this.#size) % this.#places.length] = item;
    this.#size += 1;
  }

  shift(): Item | undefined {
    if (this.#size === 0) return undefined;
    const item = this.#places[this.#first];
    this.#places[this.#first] = undefined;
    this.#first = (this.#first + 1) % this.#places.length;
    this.#size -= 1;
    return item;
  }

  *[Symbol.iterator](): Generator<Item> {
    for (let index = 0; index < this.#size; index += 1) {
      const item = this.#places[(this.#first + index) % this.#places.length];
      if (item !== undefined) yield item;
    }
  }

  #grow(): void {
    const items = [...this];
    this.#places = Array.from({ length: this.#places.length * 2 }, (_, index) => items[index]);
    this.#first = 0;
  }
}
