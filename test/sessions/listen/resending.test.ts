import { expect, test } from "vitest";
import { parseTarget } from "../../../src/delivery/index.ts";
import { startHandler } from "../../harness/handler.ts";
import { listening } from "../../harness/listening.ts";
import { post } from "../../harness/post.ts";
import { numberedWebhook } from "../../harness/webhook.ts";

/** Two handlers, the first of which refuses everything until it is mended. */
async function brokenAndWhole() {
  let isMended = false;
  const [broken, whole] = [await startHandler(() => (isMended ? 200 : 500)), await startHandler()];
  return { broken, targets: [parseTarget(broken.url), parseTarget(whole.url)], whole, mend: () => (isMended = true) };
}

test("what failed is sent again to where it failed, once, with the headers that its file does not hold", async () => {
  const { broken, whole, targets, mend } = await brokenAndWhole();
  const { url, session, until, end } = await listening({ targets });
  for (const number of [1, 2]) await post(url, numberedWebhook(number), { authorization: "Bearer secret" });
  await until("delivery", 4);
  mend();
  expect(session.resendFailed()).toEqual({ resent: 2, resending: 0, unrecorded: 0, isPaused: false });
  expect(session.resendFailed()).toMatchObject({ resent: 0, resending: 2 });
  await until("delivery", 6);
  expect(broken.bodies().slice(2)).toEqual([numberedWebhook(1), numberedWebhook(2)]);
  expect(broken.headers()[3]).toContain("authorization: Bearer secret");
  expect(whole.bodies()).toHaveLength(2);
  const { notice, result } = await end();
  expect(notice).toMatchObject({ delivered: 4, failed: 0, failures: [], sendable: 0 });
  expect(result.failed).toBe(false);
});

test("what fails once more can be sent again once more", async () => {
  const { targets } = await brokenAndWhole();
  const { url, session, until } = await listening({ targets: targets.slice(0, 1) });
  await post(url, numberedWebhook(1));
  await until("delivery");
  session.resendFailed();
  await until("delivery", 2);
  expect(session.resendFailed().resent).toBe(1);
});

test("without recording, what failed cannot be sent again", async () => {
  const { targets } = await brokenAndWhole();
  const { url, session, until } = await listening({ targets, fixtures: undefined });
  await post(url, numberedWebhook(1));
  await until("delivery", 2);
  expect(session.resendFailed()).toEqual({ resent: 0, resending: 0, unrecorded: 1, isPaused: false });
});

test("what was delivered and is sent again when the session ends is not owed", async () => {
  const { targets } = await brokenAndWhole();
  const { url, session, until, end } = await listening({ targets: targets.slice(1) });
  await post(url, numberedWebhook(1));
  await until("delivery");
  session.togglePause();
  session.replayLast();
  expect((await end()).notice).toMatchObject({ delivered: 1, failed: 0, undelivered: [], sendable: 0 });
});
