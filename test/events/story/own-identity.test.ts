import { expect, test } from "vitest";
import { ownIdentity } from "../../../src/events/story/own-identity.ts";
import { seededRandom } from "../../../src/random.ts";
import { story } from "../../harness/story.ts";

const invoiceOf = ownIdentity((random, { company }) => ({ uuid: random.uuid(), owner: company.uuid }));

test("an identity of a resource's own is the same throughout a life cycle, whatever happens in it", () => {
  const first = invoiceOf(story);
  const later = { ...story, at: new Date("2026-03-01T00:00:00Z"), company: { ...story.company, uuid: "other" } };
  expect(invoiceOf(later)).toBe(first);
  expect(first.owner).toBe("company-uuid");
});

test("another life cycle has another, and the same seed gives the same", () => {
  const of = (seed: number) => invoiceOf({ ...story, lifeCycle: {}, random: seededRandom(seed) }).uuid;
  expect(of(1)).not.toBe(of(2));
  expect(of(1)).toBe(of(1));
});
