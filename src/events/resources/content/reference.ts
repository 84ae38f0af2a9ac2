import type { Company, Order, Product, Story, Subscription, User } from "../../story/story.ts";
import type { Reference } from "../schemas/reference.ts";

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

export const userPath = (user: User) => `/api/account/v1/users/${user.uuid}`;
export const companyPath = (company: Company) => `/api/account/v1/companies/${company.uuid}`;
export const subscriptionPath = (subscription: Subscription) => `/api/billing/v1/subscriptions/${subscription.uuid}`;
export const orderPath = (order: Order) => `/api/billing/v1/orders/${order.id}`;
export const editionPath = (product: Product) => `${productPath(product)}/editions/${product.editionId}`;
const productPath = (product: Product) => `/api/marketplace/v1/products/${product.id}`;
