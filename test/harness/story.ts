import type { Story } from "../../src/events/index.ts";
import { seededRandom } from "../../src/random.ts";

/** A story whose every value can be recognised, ordered on 31 January and looked at on 10 February 2026. */
export const story: Story = {
  marketplaceUrl: "https://marketplace.example.com",
  at: new Date("2026-02-10T12:00:00.250Z"),
  began: new Date("2026-01-30T08:00:00.900Z"),
  random: seededRandom(7),
  company: { uuid: "company-uuid", name: "Acme Corp", domain: "acme.example", countryCode: "US", size: "SMALL" },
  user: {
    uuid: "user-uuid",
    firstName: "Ada",
    lastName: "Example",
    email: "ada@acme.example",
    language: "en",
    locale: "en-US",
  },
  product: { id: "3851", name: "CRM", editionId: "9130", editionName: "Pro" },
  purchase: {
    orderedAt: new Date("2026-01-31T10:15:30.500Z"),
    subscriptionUuid: "subscription-uuid",
    accountIdentifier: "account-1",
    orderId: 4395,
    orderUuid: "order-uuid",
    orderLineId: 9869,
    paymentPlanId: 10527,
    paymentPlanUuid: "plan-uuid",
    costId: 77,
    pricingItemId: 18935,
    pricingItemUuid: "item-uuid",
    frequency: "MONTHLY",
    unit: "USER",
    currency: "EUR",
    unitPrice: 12.5,
    quantity: 5,
    totalPrice: 62.5,
  },
};
