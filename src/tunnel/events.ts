import type { TunnelEvent } from "./provider.ts";

/** What a tunnel tells, for its one reader. */
export class TunnelEvents {
  readonly stream: ReadableStream<TunnelEvent>;
  #tell: (event: TunnelEvent) => void = () => undefined;
  #end: () => void = () => undefined;
  #fail: (cause: unknown) => void = () => undefined;
  #isOver = false;

  constructor() {
    this.stream = new ReadableStream({
      start: (controller) => {
        this.#tell = (event) => controller.enqueue(event);
        this.#end = () => controller.close();
        this.#fail = (cause) => controller.error(cause);
      },
    });
  }

  tell(event: TunnelEvent): void {
    this.#tell(event);
  }

  /** Nothing comes any more. May be called twice, and after `fail`. */
  end(): void {
    if (!this.#isOver) this.#end();
    this.#isOver = true;
  }

  /** What stops the program is thrown at the reader. */
  fail(cause: unknown): void {
    this.#isOver = true;
    this.#fail(cause);
  }
}
