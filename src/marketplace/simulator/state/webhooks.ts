import { type EventPatterns, parsePatterns } from "../../../events/index.ts";
import type { Webhook } from "../webhook.ts";

/** In the order in which they were created. */
export class Webhooks {
  readonly #webhooks = new Map<string, { webhook: Webhook; patterns: EventPatterns }>();

  /** One with the same id makes way for it. Throws `HooksError` UNKNOWN_EVENT. */
  set(webhook: Webhook): void {
    this.#webhooks.set(webhook.id, { webhook, patterns: parsePatterns(webhook.events) });
  }

  delete(id: string): void {
    this.#webhooks.delete(id);
  }

  get(id: string): Webhook | undefined {
    return this.#webhooks.get(id)?.webhook;
  }

  all(): Webhook[] {
    return Array.from(this.#webhooks.values(), ({ webhook }) => webhook);
  }

  takers(event: string): Webhook[] {
    return [...this.#webhooks.values()].filter(({ patterns }) => patterns.matches(event)).map(({ webhook }) => webhook);
  }
}
