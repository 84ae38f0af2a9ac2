import { ownIdentity } from "../../story/own-identity.ts";
import type { Story } from "../../story/story.ts";

/**
 * What the resources that are about products and discounts know of a product beyond its name. Its number has six digits
 * in the documented table; those of references in the payloads captured in 2018 had four.
 */
export const applicationOf = ownIdentity((random, { product }) => {
  const [first = product.name] = product.name.split(" ");
  const domain = `${first.toLowerCase()}.example`;
  return {
    id: random.integer(100_000, 999_999),
    uuid: random.uuid(),
    productRefId: random.uuid(),
    vendorUuid: random.uuid(),
    vendorName: `${first} Software`,
    /** Below a name reserved for examples (RFC 2606). */
    website: `https://www.${domain}`,
    emailAddress: `support@${domain}`,
  };
});

/** Of both resources that are about products, with the country and currency of the story's company. */
export function applicationPath(story: Story): string {
  const query = `country=${story.company.countryCode}&currency=${story.order.plan.currency.code}`;
  return `/api/marketplace/v1/products/${applicationOf(story).id}?${query}`;
}
