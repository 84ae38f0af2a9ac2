import { expect, test } from "vitest";
import { cannotBeSet } from "../../../src/events/sentences.ts";
import type { Fixture } from "../../../src/fixtures/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { alteration, numbered, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";

const uuid4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const payload = {
  uuid: "429afed8",
  timestamp: 1,
  resource: { content: { status: "ACTIVE", lines: [{ n: 1 }, { n: 2 }] } },
};
const notJson: Partial<Fixture> = {
  event: "invalid",
  payload: null,
  rawBody: { encoding: "utf8", data: "status=ACTIVE" },
};

async function sent(fixture: Partial<Fixture>, typed: Parameters<typeof alteration>[0]): Promise<unknown> {
  const handler = await startHandler();
  await startReplay(replayOptions([replayable(fixture)], handler.url, { alteration: alteration(typed) })).result;
  return handler.bodies().map((body) => JSON.parse(body))[0];
}

test("--set and --unset change the payload on the way", async () => {
  expect(
    await sent(
      { payload },
      {
        set: ["resource.content.status=CANCELLED", "resource.content.lines[*].n=7", 'resource.content.id="42"'],
        unset: ["timestamp"],
      },
    ),
  ).toEqual({
    uuid: "429afed8",
    resource: { content: { status: "CANCELLED", lines: [{ n: 7 }, { n: 7 }], id: "42" } },
  });
});

test("a changed payload is sent, not the bytes that were recorded", async () => {
  const rawBody = { encoding: "utf8", data: '{ "note" : 1.0 }' } as const;
  expect(await sent({ payload: { note: 1 }, rawBody }, { set: ["note=2"] })).toEqual({ note: 2 });
});

test("--fresh gives each delivery a new uuid and the present time", async () => {
  const clock = manualClock(new Date("2026-11-23T14:05:11.000Z"));
  const handler = await startHandler(
    () => 200,
    () => clock.advance(1_000),
  );
  const first = Date.parse("2026-11-23T14:05:11.000Z");
  const options = replayOptions([replayable({ payload })], [handler.url, `${handler.url}/other`], {
    times: 2,
    alteration: alteration({ fresh: true, set: ["resource.content.status=CANCELLED"] }),
  });
  await startReplay(options, { clock }).result;
  const bodies = handler.bodies().map((body) => JSON.parse(body));
  expect(bodies.map(({ timestamp }) => timestamp)).toEqual([first, first + 1_000, first + 2_000, first + 3_000]);
  expect(new Set(bodies.map(({ uuid }) => uuid)).size).toBe(4);
  expect(bodies.filter(({ uuid }) => !uuid4.test(uuid))).toEqual([]);
  expect(bodies.map(({ resource }) => resource.content.status)).toEqual(Array(4).fill("CANCELLED"));
});

test("the notice of a fresh event has its new uuid", async () => {
  const handler = await startHandler();
  const options = replayOptions([replayable({ payload })], handler.url, { alteration: alteration({ fresh: true }) });
  const { notices, result } = startReplay(options);
  await result;
  expect(notices).toMatchObject([{ kind: "replayed", uuid: JSON.parse(handler.bodies()[0] ?? "").uuid }]);
});

test("without --fresh the uuid and the time stay", async () => {
  expect(await sent({ payload }, {})).toEqual(payload);
});

test("a path that is in no payload is said once, at the end", async () => {
  const handler = await startHandler();
  const options = replayOptions(numbered(3), handler.url, {
    alteration: alteration({ unset: ["resource.content.email", "note"] }),
  });
  const { notices, result } = startReplay(options);
  await result;
  expect(notices.filter(({ kind }) => kind === "warning")).toEqual([
    { kind: "warning", about: "path unmatched", path: "resource.content.email" },
  ]);
});

test("a path that is in one of the payloads is not said", async () => {
  const handler = await startHandler();
  const fixtures = [...numbered(2), replayable({ payload })];
  const { notices, result } = startReplay(
    replayOptions(fixtures, handler.url, { alteration: alteration({ unset: ["timestamp"] }) }),
  );
  await result;
  expect(notices.filter(({ kind }) => kind === "warning")).toEqual([]);
});

test.each([{ set: ["status=CANCELLED"] }, { unset: ["status"] }, { fresh: true }])(
  "what is kept as bytes alone cannot be changed with %j; the others are sent",
  async (typed) => {
    const handler = await startHandler();
    const fixtures = [replayable(notJson, "invalid.json"), replayable({ payload: { status: "ACTIVE" } })];
    const { notices, result } = startReplay(replayOptions(fixtures, handler.url, { alteration: alteration(typed) }));
    expect(await result).toMatchObject({ selected: 2, sent: 1, unreadable: 1 });
    expect(notices[0]).toEqual({
      kind: "unreadable",
      name: "invalid.json",
      message: "This invalid event is stored only as bytes, so its payload cannot be changed.",
      hint: "Send it without --set, --unset, --edit and --fresh.",
    });
  },
);

test("a path that leads through a text is refused for that fixture", async () => {
  const handler = await startHandler();
  const options = replayOptions([replayable({ payload: { note: "text" } }), ...numbered(1)], handler.url, {
    alteration: alteration({ set: ["note[0]=1"] }),
  });
  const { notices, result } = startReplay(options);
  await result;
  const { message, hint } = cannotBeSet("note[0]", { place: "note", there: 'the string "text"' });
  expect(notices[0]).toMatchObject({ kind: "unreadable", message, hint });
});
