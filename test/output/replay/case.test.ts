import { expect, test } from "vitest";
import { deliveryCase, unreadableCase } from "../../../src/output/index.ts";
import type { ReplayedNotice } from "../../../src/sessions/index.ts";
import { answered } from "../../harness/attempts.ts";

const replayed: ReplayedNotice = {
  kind: "replayed",
  number: 1,
  name: "fixtures/a.json",
  event: "order.added",
  target: "http://localhost:3000/",
  attempt: answered(200),
  attempts: 1,
};

test("a delivery is a case of its event, named by its fixture", () => {
  expect(deliveryCase(replayed, { file: "shop/fixtures/a.json", hasSeveralTargets: false })).toEqual({
    name: "fixtures/a.json",
    group: "order.added",
    file: "shop/fixtures/a.json",
    ms: 12,
    problems: [],
  });
});

test("among several targets its name has the target, and a failure the reason and what was said", () => {
  const failed = { ...replayed, attempt: answered(500, "no \u001bplan") };
  expect(deliveryCase(failed, { file: undefined, hasSeveralTargets: true })).toEqual({
    name: "fixtures/a.json → http://localhost:3000/",
    group: "order.added",
    ms: 12,
    problems: [{ severity: "error", title: "500", message: "no \\u001bplan" }],
  });
});

test("what could not be sent is not judged", () => {
  expect(unreadableCase({ kind: "unreadable", name: "a.json", message: "a.json is empty." })).toMatchObject({
    isUnjudged: true,
    problems: [{ title: "not sent", message: "a.json is empty." }],
  });
});
