import type { History, Story, StoryChange } from "./story.ts";

// When those were added and edited that have no state of their own in a story.

/** One of that `resource.type` is added. */
export function added(type: string): StoryChange {
  return (story) => ({
    ...story,
    histories: { ...story.histories, [type]: { addedAt: story.at, editedAt: undefined } },
  });
}

/** Somebody edits the one of that `resource.type`. */
export function edited(type: string): StoryChange {
  return (story) => ({
    ...story,
    histories: { ...story.histories, [type]: { ...historyOf(story, type), editedAt: story.at } },
  });
}

/** The product becomes visible on the marketplace, which changes what its developer sees of it. */
export const publishProduct: StoryChange = (story) => edited("STAGING_PRODUCT")(added("CATALOG_PRODUCT")(story));

/** One that was there when the story began has been there as long as its company. */
export function historyOf({ histories, company }: Story, type: string): History {
  return histories[type] ?? { addedAt: company.createdAt, editedAt: undefined };
}
