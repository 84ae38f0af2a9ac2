import { expect, test } from "vitest";
import { happenings } from "../../../src/events/index.ts";
import { seededRandom } from "../../../src/random.ts";
import { story } from "../../harness/story.ts";

const signUp = new Date("2026-02-01T08:00:00Z");
const at = (minutes: number) => new Date(signUp.getTime() + minutes * 60_000);

test("who signs up is INACTIVE, and there from that moment", () => {
  expect(happenings.createCompany({ ...story, at: signUp }).company).toMatchObject({
    status: "INACTIVE",
    createdAt: signUp,
  });
  expect(happenings.createUser({ ...story, at: signUp }).user).toMatchObject({ status: "INACTIVE", createdAt: signUp });
});

test("who activates the account logged in within the last two hours, and never before signing up", () => {
  const logins = Array.from({ length: 100 }, (_, seed) => {
    const created = happenings.createUser({ ...story, at: signUp, random: seededRandom(seed) });
    return happenings.activateAccount({ ...created, at: at(60) }).user.lastLoginAt?.getTime() ?? 0;
  });
  expect(Math.min(...logins)).toBe(signUp.getTime());
  expect(Math.max(...logins)).toBeLessThan(at(60).getTime());
});

test("an account that is active already stays as it is", () => {
  const active = happenings.activateAccount({ ...story, at: at(60) });
  expect(happenings.activateAccount({ ...active, at: at(600) }).user).toEqual(active.user);
});

test("a role that somebody has is not given twice", () => {
  const once = happenings.giveRole(story, "ROLE_BILLING_ADMIN");
  expect(happenings.giveRole(once, "ROLE_BILLING_ADMIN").user.roles).toEqual([
    "ROLE_USER",
    "ROLE_SYS_ADMIN",
    "ROLE_BILLING_ADMIN",
  ]);
});
