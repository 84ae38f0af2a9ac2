import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { Backlog } from "../../../src/delivery/queue/backlog.ts";
import { HeldBytes, placeBytes } from "../../../src/delivery/queue/held-bytes.ts";
import type { StoredEvent } from "../../../src/delivery/queue/queued-event.ts";
import { Forwarding } from "../../../src/sessions/listen/forwarding.ts";
import { memoryInUse } from "../../harness/memory-in-use.ts";
import { uuidOf } from "../../harness/webhook.ts";

test("what waits as its place is counted with about what it takes", () => {
  const backlog = new Backlog({ held: new HeldBytes(), limit: 0, dropped: () => undefined });
  const target = parseTarget("3000");
  const before = memoryInUse();
  let counted = 0;
  for (let number = 0; number < 10_000; number += 1) {
    const place = storedPlace(number);
    counted += placeBytes(place);
    backlog.addStored(place, number);
  }
  const share = (memoryInUse() - before) / counted;
  expect(backlog.take()).toBeDefined();
  expect(share).toBeGreaterThan(0.5);
  expect(share).toBeLessThan(1.05); // the collector leaves a little

  function storedPlace(number: number): StoredEvent {
    const uuid = own(uuidOf(number));
    const file = own(`/home/ada/shop/fixtures/user.added/20261123T140511123Z-${uuid.slice(0, 8)}.json`);
    const withheld = [[own("authorization"), own(`Bearer ${number}`)]] as const;
    const event = { number, event: own("user.added"), uuid, file, withheld };
    return Object.assign(new Forwarding(event, { target, isResent: false }, () => undefined), { file });
  }
});

/** A text that is nobody else's. */
function own(text: string): string {
  return Buffer.from(text).toString();
}
