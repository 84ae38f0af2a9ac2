import type { ResourceSample } from "../../resource.ts";
import { ownIdentity } from "../../story/own-identity.ts";
import type { Story } from "../../story/story.ts";
import type { UndocumentedContent } from "../schemas/undocumented.ts";

/**
 * A resource of which nobody documents content and address: an empty content, and an address that is a placeholder.
 * @param name as in events: `sales_lead`.
 */
export function undocumentedSample(name: string): (story: Story) => ResourceSample<UndocumentedContent> {
  const identityOf = ownIdentity((random) => ({ uuid: random.uuid() }));
  return (story) => {
    const { uuid } = identityOf(story);
    return { uuid, path: `/undocumented/${name}/${uuid}`, content: {} };
  };
}
