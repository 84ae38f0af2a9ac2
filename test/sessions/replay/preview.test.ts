import { expect, test } from "vitest";
import { previewReplay, type ReplayNotice } from "../../../src/sessions/index.ts";
import { seededRandom } from "../../../src/random.ts";
import { collect } from "../../harness/collect.ts";
import { startHandler } from "../../harness/handler.ts";
import { manualClock } from "../../harness/manual-clock.ts";
import { presentingToken } from "../../harness/presenting.ts";
import { alteration, numbered, replayable, replayOptions } from "../../harness/replay-run.ts";

async function preview(options: Parameters<typeof previewReplay>[0]) {
  const notices: ReplayNotice[] = [];
  const notify = (notice: ReplayNotice) => void notices.push(notice);
  const sendings = await collect(previewReplay(options, { clock: manualClock(), random: seededRandom(1), notify }));
  return { notices, sendings };
}

test("a preview has every delivery, changed and with its token, and sends nothing", async () => {
  const handler = await startHandler();
  const options = replayOptions(numbered(2), [`${handler.url}/a`, `${handler.url}/b`], {
    times: 2,
    alteration: alteration({ set: ["more=1"] }),
    presenting: await presentingToken("sesame"),
  });
  const { sendings } = await preview(options);
  expect(sendings.map(({ name, target, outgoing }) => [name, target.name.slice(-2), String(outgoing.body)])).toEqual(
    ["0", "1"].flatMap((note) =>
      [1, 2].flatMap(() => ["/a", "/b"].map((to) => [`${note}.json`, to, `{"note":${note},"more":1}`])),
    ),
  );
  expect(sendings[0]?.outgoing.headers).toContainEqual(["x-appdirect-webhook-token", "[redacted]"]);
  expect(handler.bodies()).toEqual([]);
});

test("a preview says what the run would say", async () => {
  const recorded = { request: { method: "POST", path: "/", headers: { cookie: "[redacted]" } } };
  const options = replayOptions([replayable(recorded)], "3000", { alteration: alteration({ unset: ["nowhere"] }) });
  const { notices } = await preview(options);
  expect(notices).toMatchObject([
    { kind: "left out", places: ["cookie"] },
    { about: "path unmatched", path: "nowhere" },
  ]);
});

test("a preview shows nothing that looks like a secret, and says what it leaves out", async () => {
  const payload = { note: 1, password: "sesame", account: { "access-token": "sesame" } };
  const request = { method: "POST", path: "/?token=sesame", headers: { "x-api-key": "sesame", "x-team": "billing" } };
  const options = replayOptions([replayable({ payload, request }), replayable({ payload })], "command:cat", {
    alteration: alteration({ set: ["clientSecret=sesame"] }),
  });
  const { notices, sendings } = await preview(options);
  expect(sendings.map(({ outgoing }) => String(outgoing.body))).toEqual([
    '{"note":1,"account":{}}',
    '{"note":1,"account":{}}',
  ]);
  const texts = sendings.map(({ outgoing }) => outgoing.fixtureText());
  expect(texts.join("")).not.toContain("sesame");
  expect(JSON.parse(texts[0] ?? "")).toMatchObject({ request: { headers: { "x-team": "billing" } } });
  expect(notices.slice(0, 1)).toMatchObject([
    { kind: "hidden", places: ["password", "account.access-token", "clientSecret"] },
  ]);
});
