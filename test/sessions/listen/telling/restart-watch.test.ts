import { expect, test } from "vitest";
import { parseTarget, type Attempt } from "../../../../src/delivery/index.ts";
import { RestartWatch } from "../../../../src/sessions/listen/telling/restart-watch.ts";
import type { Notice, WarningNotice } from "../../../../src/sessions/notice.ts";
import { answered } from "../../../harness/attempts.ts";
import { deliveryNotice } from "../../../harness/notices.ts";

const cutOff: Attempt = { outcome: "failed", reason: "cut off", detail: "closed", durationMs: 3 };
const said = { kind: "warning", about: "handler restarts", target: "crm", fixtures: "/shop/fixtures" };

const attempted = (number: number, attempt: Attempt, file: string | undefined = `${number}.json`) =>
  deliveryNotice(attempt, { number, file });

function warnedOf(notices: readonly Notice[], address = "3000", fixtures: string | undefined = "/shop/fixtures") {
  const told: WarningNotice[] = [];
  const watch = new RestartWatch({ targets: [parseTarget(address)], fixtures }, (notice) => told.push(notice));
  for (const notice of notices) watch.show(notice);
  return told;
}

const three = [1, 2, 3].map((number) => attempted(number, cutOff));

test("two new events in a row that were cut off are said, once", () => {
  expect(warnedOf(three.slice(0, 1))).toEqual([]);
  expect(warnedOf([...three, ...three])).toEqual([said]);
});

test("an answer in between begins the count anew", () => {
  expect(warnedOf([attempted(1, cutOff), attempted(2, answered(200)), attempted(3, cutOff)])).toEqual([]);
});

test("one event that is sent again and again follows one recording", () => {
  expect(warnedOf([1, 1, 1].map((number) => attempted(number, cutOff)))).toEqual([]);
});

test("nothing is said of a handler elsewhere", () => {
  expect(warnedOf(three, "http://192.168.1.5:3000/")).toEqual([]);
});

test("nothing is said where nothing is recorded", () => {
  const unrecorded = [1, 2, 3].map((number) => deliveryNotice(cutOff, { number }));
  expect(warnedOf(unrecorded)).toEqual([]);
});
