import type { CompanyIdentity, ProductIdentity, PurchaseIdentity, Story, UserIdentity } from "../../resource.ts";

/** `{id, href}`: how one resource's content names another. Seen in a subscription captured in 2018, the addresses too. */
export interface Reference {
  [key: string]: string;
  id: string;
  href: string;
}

export const userReference = ({ marketplaceUrl, user }: Story): Reference => ({
  id: user.uuid,
  href: `${marketplaceUrl}${userPath(user)}`,
});

export const companyReference = ({ marketplaceUrl, company }: Story): Reference => ({
  id: company.uuid,
  href: `${marketplaceUrl}${companyPath(company)}`,
});

export const productReference = ({ marketplaceUrl, product }: Story): Reference => ({
  id: product.id,
  href: `${marketplaceUrl}${productPath(product)}`,
});

export const editionReference = ({ marketplaceUrl, product }: Story): Reference => ({
  id: product.editionId,
  href: `${marketplaceUrl}${editionPath(product)}`,
});

export const userPath = (user: UserIdentity) => `/api/account/v1/users/${user.uuid}`;
export const companyPath = (company: CompanyIdentity) => `/api/account/v1/companies/${company.uuid}`;
export const subscriptionPath = (purchase: PurchaseIdentity) =>
  `/api/billing/v1/subscriptions/${purchase.subscriptionUuid}`;
export const editionPath = (product: ProductIdentity) => `${productPath(product)}/editions/${product.editionId}`;
const productPath = (product: ProductIdentity) => `/api/marketplace/v1/products/${product.id}`;
