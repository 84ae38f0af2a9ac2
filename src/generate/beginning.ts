import type { CompanyIdentity, ProductIdentity, PurchaseIdentity, UserIdentity } from "../events/index.ts";
import type { Random } from "../random.ts";
import { companyNames, countries, type Country, type Currency } from "./countries.ts";
import { type Edition, type Product, products } from "./products.ts";

/** Who and what one life cycle is about. */
export interface Identities {
  company: CompanyIdentity;
  user: UserIdentity;
  product: ProductIdentity;
  purchase: PurchaseIdentity;
}

/**
 * Made up so that they fit together: the user's language, the currency and the domain are the company's.
 * @param orderedAt until `placeOrder` says otherwise.
 */
export function makeIdentities(random: Random, orderedAt: Date): Identities {
  const country = pick(random, countries);
  const product = pick(random, products);
  const edition = pick(random, product.editions);
  const company = makeCompany(random, country);
  return {
    company,
    user: makeUser(random, country, company),
    product: {
      id: String(random.integer(1000, 9999)),
      name: product.name,
      editionId: String(random.integer(10_000, 99_999)),
      editionName: edition.name,
    },
    purchase: { ...makePurchase(random, orderedAt), ...makePrice(random, country.currency, product, edition) },
  };
}

/** The same, having ordered then. */
export function placeOrder(identities: Identities, orderedAt: Date): Identities {
  return { ...identities, purchase: { ...identities.purchase, orderedAt } };
}

/** `SMALL` is the one size that AppDirect's example has. */
function makeCompany(random: Random, country: Country): CompanyIdentity {
  const first = pick(random, companyNames.first);
  const second = pick(random, companyNames.second);
  return {
    uuid: random.uuid(),
    name: `${first} ${second} ${pick(random, country.legalForms)}`,
    domain: `${first}-${second}.example`.toLowerCase(),
    countryCode: country.code,
    size: "SMALL",
  };
}

function makeUser(random: Random, country: Country, company: CompanyIdentity): UserIdentity {
  const firstName = pick(random, country.firstNames);
  const lastName = pick(random, country.lastNames);
  return {
    uuid: random.uuid(),
    firstName,
    lastName,
    email: `${plainLetters(firstName)}.${plainLetters(lastName)}@${company.domain}`,
    language: country.language,
    locale: country.locale,
  };
}

function makePurchase(random: Random, orderedAt: Date) {
  return {
    orderedAt,
    subscriptionUuid: random.uuid(),
    accountIdentifier: `account-${random.integer(100_000, 999_999)}`,
    orderId: random.integer(100_000, 9_999_999),
    orderUuid: random.uuid(),
    orderLineId: random.integer(100_000, 9_999_999),
    paymentPlanId: random.integer(10_000, 99_999),
    paymentPlanUuid: random.uuid(),
    costId: random.integer(10_000, 99_999),
    pricingItemId: random.integer(10_000, 99_999),
    pricingItemUuid: random.uuid(),
  };
}

type Price = Pick<PurchaseIdentity, "frequency" | "unit" | "currency" | "unitPrice" | "quantity" | "totalPrice">;

/** Counted in the currency's smallest coin, so that the sums are exact; a year costs as much as ten months. */
function makePrice(random: Random, currency: Currency, product: Product, edition: Edition): Price {
  const frequency = random.integer(1, 4) === 1 ? "YEARLY" : "MONTHLY";
  const months = frequency === "YEARLY" ? 10 : 1;
  const coins = 10 ** currency.decimals;
  const unitCoins = Math.max(1, Math.round(edition.monthlyPrice * currency.priceFactor * months * coins));
  const quantity = random.integer(...edition.quantity);
  return {
    frequency,
    unit: product.unit,
    currency: currency.code,
    unitPrice: unitCoins / coins,
    quantity,
    totalPrice: (unitCoins * quantity) / coins,
  };
}

/** `müller` is `muller`, `o'connell` is `oconnell`: what an address can hold everywhere. */
function plainLetters(name: string): string {
  return name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, "");
}

function pick<Item>(random: Random, items: readonly Item[]): Item {
  const item = items[random.integer(0, items.length - 1)];
  if (item === undefined) throw new RangeError("There is nothing to pick from.");
  return item;
}
