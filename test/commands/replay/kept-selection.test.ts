import { expect, test } from "vitest";
import { keptCriteria, keptSelection } from "../../../src/commands/replay/kept-selection.ts";
import { everyEvent, parseAssignment, parsePatterns } from "../../../src/events/index.ts";

const at = new Date("2026-11-23T14:05:11.123Z");
const all = { events: everyEvent, where: [] };
const criteria = {
  events: parsePatterns("user, !user.removed"),
  where: ["resource.content.status=ACTIVE", 'a["b=c"]=1.50'].map(parseAssignment),
  since: new Date("2026-11-23T12:00:00Z"),
  until: new Date("2026-11-23T13:00:00Z"),
};

test("a selection is kept as it was typed, with where and when, and how many events it had", () => {
  const names = { names: ["last:20", "-"], cwd: "/shop", at };
  expect(keptSelection(names, { fixtures: "/shop/fixtures", count: 20 }, all)).toEqual({
    at: "2026-11-23T14:05:11.123Z",
    names: ["last:20", "-"],
    cwd: "/shop",
    fixtures: "/shop/fixtures",
    count: 20,
  });
});

test("what events had to meet is kept, and is the same when it is read", async () => {
  const kept = keptSelection({ names: ["fixtures"], cwd: "/shop", at }, { fixtures: "/shop/fixtures" }, criteria);
  expect(kept).toMatchObject({ events: "user, !user.removed", since: "2026-11-23T12:00:00.000Z" });
  const read = await keptCriteria(JSON.parse(JSON.stringify(kept)));
  expect({ ...read, events: read.events.text }).toEqual({ ...criteria, events: criteria.events.text });
});

test("of standard input alone nothing is kept", () => {
  expect(keptSelection({ names: ["-"], cwd: "/shop", at }, { fixtures: "/shop/fixtures" }, all)).toBeUndefined();
});
