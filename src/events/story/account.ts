import { unitsMs } from "../../duration.ts";
import type { Story, User } from "./story.ts";

/** A company signs up. It is INACTIVE until its first user activates the account. */
export function createCompany(story: Story): Story {
  return { ...story, company: { ...story.company, status: "INACTIVE", createdAt: story.at } };
}

/** A user signs up, or was invited. Both are INACTIVE until the account is activated. */
export function createUser(story: Story): Story {
  return { ...story, user: { ...story.user, status: "INACTIVE", createdAt: story.at } };
}

/** The user activates the account and logs in: user and company are ACTIVE from then on. */
export function activateAccount(story: Story): Story {
  const { company, user } = story;
  if (user.status === "ACTIVE" && company.status === "ACTIVE") return story;
  return {
    ...story,
    company: { ...company, status: "ACTIVE" },
    user: { ...user, status: "ACTIVE", lastLoginAt: lastLogin(story) },
  };
}

/** The company gives the address at which it can be reached. */
export function giveEmailAddress(story: Story): Story {
  const { company } = story;
  return { ...story, company: { ...company, emailAddress: `info@${company.domain}` } };
}

/** The user gets a further role in the company. */
export function giveRole(story: Story, role: string): Story {
  const { user } = story;
  return { ...story, user: { ...user, roles: [...new Set([...user.roles, role])] } };
}

/** Some minutes ago, but never before the user was there. */
function lastLogin({ at, random, user }: Story): User["lastLoginAt"] {
  return new Date(Math.max(at.getTime() - random.integer(1, 120) * unitsMs.m, user.createdAt.getTime()));
}
