import type { Story } from "../events/index.ts";
import type { Random } from "../random.ts";
import { companyNames, countries, type Country } from "./countries.ts";
import { pick } from "./pick.ts";
import { type Edition, type ProductOffer, products } from "./products.ts";

type Company = Story["company"];
type User = Story["user"];
type Order = Story["order"];

/** What is the same of all life cycles of a run. */
export interface SharedBeginning {
  random: Random;
  /** Without a slash at its end. */
  marketplaceUrl: string;
  /** Of the company; by seed where it is undefined. */
  country: Country | undefined;
}

/** A life cycle before anything has happened in it. */
export interface BeginningOptions extends SharedBeginning {
  at: Date;
}

/**
 * Who and what it is about, made up so that all fits together: the user's language, the currency and the domain are the
 * company's. Nobody has signed up or ordered yet. In another country the same seed gives the same ids.
 */
export function beginStory({ random, at, marketplaceUrl, country: chosen }: BeginningOptions): Story {
  const drawn = pick(random, countries);
  const country = chosen ?? drawn;
  const product = pick(random, products);
  const edition = pick(random, product.editions);
  const company = makeCompany(random, country, at);
  return {
    marketplaceUrl,
    at,
    random,
    lifeCycle: {},
    company,
    user: makeUser(random, country, company),
    product: {
      id: String(random.integer(1000, 9999)),
      name: product.name,
      editionId: String(random.integer(10_000, 99_999)),
      editionName: edition.name,
    },
    subscription: makeSubscription(random, at),
    order: makeOrder(random, at, { country, product, edition }),
    invoice: { status: "UNPAID", issuedAt: at },
    assignment: { status: "PENDING_USER_ACTIVATION" },
    histories: {},
  };
}

/** `SMALL` is the one size that AppDirect's example has. */
function makeCompany(random: Random, country: Country, createdAt: Date): Company {
  const first = pick(random, companyNames.first);
  const second = pick(random, companyNames.second);
  return {
    uuid: random.uuid(),
    name: `${first} ${second} ${pick(random, country.legalForms)}`,
    domain: `${first}-${second}.example`.toLowerCase(),
    countryCode: country.code,
    size: "SMALL",
    status: "INACTIVE",
    emailAddress: null,
    address: country.address,
    createdAt,
  };
}

function makeUser(random: Random, country: Country, company: Company): User {
  const firstName = pick(random, country.firstNames);
  const lastName = pick(random, country.lastNames);
  return {
    uuid: random.uuid(),
    firstName,
    lastName,
    email: `${plainLetters(firstName)}.${plainLetters(lastName)}@${company.domain}`,
    language: country.language,
    locale: country.locale,
    status: "INACTIVE",
    roles: ["ROLE_USER", "ROLE_SYS_ADMIN"],
    createdAt: company.createdAt,
    lastLoginAt: undefined,
  };
}

function makeSubscription(random: Random, createdAt: Date): Story["subscription"] {
  return {
    uuid: random.uuid(),
    accountIdentifier: `account-${random.integer(100_000, 999_999)}`,
    status: "INITIALIZED",
    createdAt,
    endedAt: undefined,
    assignedUsers: 0,
  };
}

interface Choice {
  country: Country;
  product: ProductOffer;
  edition: Edition;
}

function makeOrder(random: Random, placedAt: Date, choice: Choice): Order {
  return {
    id: random.integer(100_000, 9_999_999),
    uuid: random.uuid(),
    lineId: random.integer(100_000, 9_999_999),
    status: "INITIALIZED",
    placedAt,
    endedAt: undefined,
    previousId: undefined,
    plan: makePlan(random, choice),
    quantity: random.integer(...choice.edition.quantity),
  };
}

/** Counted in the currency's smallest coin, so that the sums are exact; a year costs as much as ten months. */
function makePlan(random: Random, { country: { currency }, product, edition }: Choice): Order["plan"] {
  const frequency = random.integer(1, 4) === 1 ? "YEARLY" : "MONTHLY";
  const months = frequency === "YEARLY" ? 10 : 1;
  const coins = 10 ** currency.decimals;
  return {
    id: random.integer(10_000, 99_999),
    uuid: random.uuid(),
    costId: random.integer(10_000, 99_999),
    pricingItemId: random.integer(10_000, 99_999),
    pricingItemUuid: random.uuid(),
    frequency,
    unit: product.unit,
    currency: { code: currency.code, decimals: currency.decimals },
    unitPrice: Math.max(1, Math.round(edition.monthlyPrice * currency.priceFactor * months * coins)) / coins,
  };
}

/** `müller` is `muller`, `o'connell` is `oconnell`: what an address can hold everywhere. */
function plainLetters(name: string): string {
  const known = knownPlainLetters.get(name);
  if (known !== undefined) return known;
  const plain = name
    .toLowerCase()
    .replaceAll("ß", "ss")
    .normalize("NFD")
    .replaceAll(/[^a-z]/g, "");
  knownPlainLetters.set(name, plain);
  return plain;
}

/** Of the names in the table, which are few. */
const knownPlainLetters = new Map<string, string>();
