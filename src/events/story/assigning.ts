import type { AssignmentStatus } from "../resources/schemas/app-assignment.ts";
import type { Story } from "./story.ts";
import { subscribed } from "./subscribing.ts";

/** The user is given a seat, of which the user or the vendor has still to do a part, by seed. */
export function assignUser(story: Story): Story {
  const bought = subscribed(story);
  const waitsForUser = story.random.integer(0, 1) === 0;
  return withStatus(bought, waitsForUser ? "PENDING_USER_ACTIVATION" : "PENDING_REMOTE_CREATION");
}

/** The user did, and the vendor is asked to make the seat. */
export const awaitVendor = (story: Story): Story => withStatus(story, "PENDING_REMOTE_CREATION");

/** The vendor made the seat. */
export const activateAssignment = (story: Story): Story => withStatus(story, "ACTIVE");

/** The vendor could not make the seat. */
export const failAssignment = (story: Story): Story => withStatus(story, "FAILED");

function withStatus(story: Story, status: AssignmentStatus): Story {
  return { ...story, assignment: { status } };
}
