import type { Random } from "../../random.ts";
import type { Story } from "./story.ts";

/**
 * Ids and the like that only one resource needs. Made from the seed when first asked for, once in a life cycle: its
 * later events have the same.
 */
export function ownIdentity<Identity>(make: (random: Random, story: Story) => Identity): (story: Story) => Identity {
  const made = new WeakMap<object, Identity>();
  return (story) => {
    const before = made.get(story.lifeCycle);
    if (before !== undefined) return before;
    const identity = make(story.random, story);
    made.set(story.lifeCycle, identity);
    return identity;
  };
}
