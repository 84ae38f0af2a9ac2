/** AppDirect's envelope as JSON, for an event that a test can tell from others. */
export function webhook(different: Record<string, unknown> = {}): string {
  return JSON.stringify({
    uuid: "429afed8-0001-4000-8000-000000000001",
    timestamp: 1_795_442_711_000,
    resource: { type: "USER", uuid: "user-1", content: { firstName: "Ada" } },
    resourceAction: "ADDED",
    ...different,
  });
}

/** The nth of many, each with a uuid of its own. */
export function numberedWebhook(number: number, different: Record<string, unknown> = {}): string {
  return webhook({ uuid: uuidOf(number), ...different });
}

export function uuidOf(number: number): string {
  return `${number.toString(16).padStart(8, "0")}-0001-4000-8000-000000000001`;
}
