import type { Story } from "../../src/events/index.ts";
import { seededRandom } from "../../src/random.ts";

/**
 * A story whose every value can be recognised, looked at on 10 February 2026: signed up on 30 January, ordered on the
 * 31st. The account is not activated, the order not made, the subscription not there yet.
 */
export const story: Story = {
  marketplaceUrl: "https://marketplace.example.com",
  at: new Date("2026-02-10T12:00:00.250Z"),
  random: seededRandom(7),
  lifeCycle: {},
  company: {
    uuid: "company-uuid",
    name: "Acme Corp",
    domain: "acme.example",
    countryCode: "US",
    size: "SMALL",
    status: "INACTIVE",
    emailAddress: null,
    address: { street: "1 Acme Road", city: "Acme City", state: "AC", zip: "00001" },
    createdAt: new Date("2026-01-30T08:00:00.900Z"),
  },
  user: {
    uuid: "user-uuid",
    firstName: "Ada",
    lastName: "Example",
    email: "ada@acme.example",
    language: "en",
    locale: "en-US",
    status: "INACTIVE",
    roles: ["ROLE_USER", "ROLE_SYS_ADMIN"],
    createdAt: new Date("2026-01-30T08:00:00.900Z"),
    lastLoginAt: undefined,
  },
  product: { id: "3851", name: "CRM", editionId: "9130", editionName: "Pro" },
  order: {
    id: 4395,
    uuid: "order-uuid",
    lineId: 9869,
    status: "PENDING_REMOTE_CREATION",
    placedAt: new Date("2026-01-31T10:15:30.500Z"),
    endedAt: undefined,
    previousId: undefined,
    plan: {
      id: 10527,
      uuid: "plan-uuid",
      costId: 77,
      pricingItemId: 18935,
      pricingItemUuid: "item-uuid",
      frequency: "MONTHLY",
      unit: "USER",
      currency: { code: "EUR", decimals: 2 },
      unitPrice: 12.5,
    },
    quantity: 5,
  },
  subscription: {
    uuid: "subscription-uuid",
    accountIdentifier: "account-1",
    status: "INITIALIZED",
    createdAt: new Date("2026-01-31T10:15:30.500Z"),
    endedAt: undefined,
    assignedUsers: 0,
  },
  invoice: { status: "UNPAID", issuedAt: new Date("2026-02-01T06:00:00.750Z") },
  assignment: { status: "PENDING_USER_ACTIVATION" },
  histories: {},
};
