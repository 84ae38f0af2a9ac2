import { expect, test } from "vitest";
import type { Fixture } from "../../../src/fixtures/index.ts";
import type { ReplayOptions } from "../../../src/sessions/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { presentingToken } from "../../harness/presenting.ts";
import { numbered, replayable, replayOptions, startReplay } from "../../harness/replay-run.ts";

const everywhere = await presentingToken("sesame");

function recordedWith(headers: Record<string, string>, different: Partial<Fixture> = {}): Partial<Fixture> {
  return { event: "user.added", request: { method: "POST", path: "/", headers }, payload: { note: 1 }, ...different };
}

/** Header lines with a secret in their name, and what was said to be left out. */
async function presented(fixture: Partial<Fixture>, presenting?: ReplayOptions["presenting"]) {
  const handler = await startHandler();
  const { notices, result } = startReplay(replayOptions([replayable(fixture)], handler.url, { presenting }));
  await result;
  const said = notices.filter((notice) => notice.kind === "left out").map(({ places }) => places);
  return [handler.headers()[0]?.filter((line) => /token|authorization/.test(line)), said];
}

test("a token is presented in the header of today", async () => {
  expect(await presented(recordedWith({}), everywhere)).toEqual([["x-appdirect-webhook-token: sesame"], []]);
});

test("a recorded token is replaced where it stood, and then not said to be left out", async () => {
  const recorded = recordedWith({ "x-appdirect-webhook-token": "[redacted]" });
  expect(await presented(recorded, everywhere)).toEqual([["x-appdirect-webhook-token: sesame"], []]);
});

test("an event that came with the legacy header is given that one", async () => {
  const recorded = recordedWith({ "appdirect-webhook-token": "[redacted]" });
  expect(await presented(recorded, everywhere)).toEqual([["appdirect-webhook-token: sesame"], []]);
});

test("of an event that came with both, the one of today is presented", async () => {
  const recorded = recordedWith({ "appdirect-webhook-token": "[redacted]", "x-appdirect-webhook-token": "[redacted]" });
  expect(await presented(recorded, everywhere)).toEqual([
    ["x-appdirect-webhook-token: sesame"],
    [["appdirect-webhook-token"]],
  ]);
});

test("without a token the recorded one is left out, and said", async () => {
  const recorded = recordedWith({ "x-appdirect-webhook-token": "[redacted]", authorization: "[redacted]" });
  expect(await presented(recorded)).toEqual([[], [["x-appdirect-webhook-token", "authorization"]]]);
});

test("a token goes to those targets alone that it is for", async () => {
  const handler = await startHandler();
  const targets = [`${handler.url}/ours`, `${handler.url}/theirs`];
  const presenting = await presentingToken("sesame", ({ name }) => name.endsWith("/ours"));
  await startReplay(replayOptions([replayable(recordedWith({}))], targets, { presenting })).result;
  expect(handler.headers().map((lines) => lines.includes("x-appdirect-webhook-token: sesame"))).toEqual([true, false]);
});

test("a token that is for this machine goes to both its addresses", async () => {
  const handler = await startHandler();
  const presenting = await presentingToken("sesame", ({ address }) => address.distance === "this machine");
  const targets = [handler.url, handler.url.replace("127.0.0.1", "localhost")];
  await startReplay(replayOptions([replayable(recordedWith({}))], targets, { presenting })).result;
  expect(handler.headers().map((lines) => lines.includes("x-appdirect-webhook-token: sesame"))).toEqual([true, true]);
});

test("what is left out everywhere is said once, with the first fixture", async () => {
  const handler = await startHandler();
  const recorded = recordedWith({ cookie: "[redacted]" });
  const fixtures = ["a.json", "b.json", "c.json"].map((name) => replayable(recorded, name));
  const { notices, result } = startReplay(replayOptions(fixtures, [handler.url, handler.url], { times: 2 }));
  await result;
  expect(notices.filter(({ kind }) => kind !== "replayed")).toEqual([
    { kind: "left out", name: "a.json", places: ["cookie"], presentedWith: [] },
  ]);
});

test("a redacted field is left out of the body, and a redacted parameter of the address", async () => {
  const handler = await startHandler();
  const fixture = recordedWith(
    {},
    {
      request: { method: "POST", path: "/?tenant=7&token=[redacted]", headers: {} },
      payload: { email: "[redacted]", list: ["[redacted]", 2], note: 1 },
    },
  );
  const { notices, result } = startReplay(replayOptions([replayable(fixture)], handler.url));
  await result;
  expect(handler.bodies()).toEqual(['{"list":[null,2],"note":1}']);
  expect(notices[0]).toEqual({
    kind: "left out",
    name: "a.json",
    places: ["token", "email", "list[0]"],
    presentedWith: [],
  });
});

test("[redacted] is never sent, whatever holds it", async () => {
  const handler = await startHandler();
  const fixtures = [
    replayable(recordedWith({ "x-whole": "a" }, { payload: "[redacted]" })),
    replayable(recordedWith({ "x-other": "[redacted]" }, { payload: { note: 1 } })),
    replayable(recordedWith({ "x-list": "a" }, { payload: { deep: [{ deeper: "[redacted]" }] } })),
    ...numbered(1),
  ];
  await startReplay(replayOptions(fixtures, handler.url)).result;
  expect([handler.headers().length, JSON.stringify([handler.headers(), handler.bodies()])]).toEqual([
    3,
    expect.not.stringContaining("redacted"),
  ]);
});
