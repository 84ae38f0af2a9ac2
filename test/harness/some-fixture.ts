import type { Fixture } from "../../src/fixtures/index.ts";

/** A small fixture, with what a test wants different. */
export function someFixture(different: Partial<Fixture> = {}): Fixture {
  return {
    appdirectHooks: 1,
    event: "subscription.changed",
    receivedAt: "2026-11-23T14:05:11.123Z",
    request: { method: "POST", path: "/", headers: { "content-type": "application/json" } },
    payload: {
      uuid: "429afed8-0001-4000-8000-000000000001",
      resource: { type: "SUBSCRIPTION" },
      resourceAction: "CHANGED",
    },
    ...different,
  };
}
