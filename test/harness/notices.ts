import { parseTarget, type Attempt } from "../../src/delivery/index.ts";
import { eventHeadline, type ReceivedEvent, unknownReason } from "../../src/events/index.ts";
import { asInFile, createFixture } from "../../src/fixtures/index.ts";
import type { DeliveryNotice, EndNotice, EventNotice, ReadyNotice, NamedTarget } from "../../src/sessions/index.ts";
import type { TakenNotice } from "../../src/sessions/notice.ts";
import { receivedEvent } from "./received-event.ts";

/** 14:05:11 wherever the tests run: views show the time of the machine. */
const atFive = new Date(2026, 10, 23, 14, 5, 11, 123);

/** What came as this payload (or as these bytes), as a listener tells it, with what a test wants different. */
export function eventNotice(
  body: object | string | Buffer,
  { headers, ...different }: Partial<EventNotice> & Partial<Pick<ReceivedEvent, "headers">> = {},
): EventNotice {
  const bytes = typeof body === "string" || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const received = receivedEvent(bytes, { receivedAt: atFive, ...(headers && { headers }) });
  const { fixture, text } = asInFile(createFixture(received, { redact: [] }).fixture);
  return {
    kind: "event",
    number: 1,
    receivedAt: atFive,
    bytes: received.body.length,
    isKnown: received.description.known,
    isTooDeep: fixture.payload === null && received.parsed !== false && received.parsed.payload !== null,
    fixture,
    payloadText: text,
    shown: fixture.payload,
    shownText: text,
    file: "fixtures/event.json",
    times: 1,
    differs: false,
    headline: eventHeadline(received.description),
    names: {},
    issues: 0,
    ...(received.parsed !== false && { whyUnknown: unknownReason(fixture.payload) }),
    ...different,
  };
}

export function deliveryNotice(
  attempt: Attempt,
  { target = "crm", ...different }: Partial<Omit<DeliveryNotice, "target">> & { target?: string | NamedTarget } = {},
): DeliveryNotice {
  const meant = typeof target === "string" ? targetNamed(target) : target;
  return { kind: "delivery", number: 1, event: "user.added", target: meant, attempt, ...different };
}

/** An event that was taken and is shown, with what a test wants different. */
export function takenNotice(different: Partial<TakenNotice> = {}): TakenNotice {
  return { kind: "taken", event: "user.added", times: 1, isShown: true, takers: [], ...different };
}

/** A handler on this machine under this name. */
export function targetNamed(name: string, address = "3000"): NamedTarget {
  return { name, kept: { ...parseTarget(address).address.kept, number: 1 } };
}

export function readyNotice(different: Partial<ReadyNotice> = {}): ReadyNotice {
  return {
    kind: "ready",
    url: "http://127.0.0.1:4747/",
    local: "http://127.0.0.1:4747/",
    isAsBefore: false,
    isOpen: false,
    isWarnedOf: false,
    processId: 4711,
    toPaste: [],
    made: {},
    usesKept: false,
    fixtures: "fixtures",
    targets: [],
    events: "*",
    ...different,
  };
}

export function endNotice(different: Partial<EndNotice> = {}): EndNotice {
  return {
    kind: "end",
    durationMs: 65_000,
    events: {},
    repeats: 0,
    hidden: 0,
    unrecorded: 0,
    refused: 0,
    delivered: 0,
    failed: 0,
    failures: [],
    undelivered: [],
    undeliveredCount: different.undelivered?.length ?? 0,
    cutOff: (different.undelivered ?? []).filter(({ wasSent }) => wasSent).length,
    sendable: 0,
    unsendable: [],
    ...different,
  };
}
