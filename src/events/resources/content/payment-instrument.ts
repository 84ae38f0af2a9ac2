import { historyOf } from "../../story/history.ts";
import { ownIdentity } from "../../story/own-identity.ts";
import type { Story } from "../../story/story.ts";
import type { PaymentInstrumentContent } from "../schemas/payment-instrument.ts";
import { toSecond } from "./dates.ts";
import { companyReference, userReference } from "./reference.ts";

export const paymentInstrumentOf = ownIdentity((random) => ({
  id: random.integer(10_000, 999_999),
  expirationMonth: random.integer(1, 12),
  validYears: random.integer(2, 4),
}));

export const paymentInstrumentPath = (story: Story) =>
  `/api/billing/v1/companies/${story.company.uuid}/users/${story.user.uuid}/paymentInstruments/${paymentInstrumentOf(story).id}`;

/** How long a card is valid that takes an older one's place. */
const renewedYears = 5;

/**
 * PAYMENT_INSTRUMENT's content: a card with the number of nobody's account. An edit is a new card in the place of the
 * one that expires.
 * Uncertain: how the account is masked; the words of the card's `type`, so it is null.
 */
export function paymentInstrumentContent(story: Story): PaymentInstrumentContent {
  const { id, expirationMonth, validYears } = paymentInstrumentOf(story);
  const { addedAt, editedAt } = historyOf(story, "PAYMENT_INSTRUMENT");
  const expirationYear =
    editedAt === undefined ? addedAt.getUTCFullYear() + validYears : editedAt.getUTCFullYear() + renewedYears;
  return {
    id,
    createdOn: toSecond(addedAt),
    user: userReference(story),
    company: companyReference(story),
    accountDisplay: "************0000",
    billingAddress: billingAddress(story),
    creditCard: { expirationMonth, expirationYear, type: null },
  };
}

function billingAddress({ company, user }: Story): PaymentInstrumentContent["billingAddress"] {
  const { street, city, state, zip } = company.address;
  return {
    salutation: null,
    firstName: user.firstName,
    lastName: user.lastName,
    fullName: `${user.firstName} ${user.lastName}`,
    companyName: company.name,
    phoneNumber: null,
    phoneExtension: null,
    faxNumber: null,
    faxExtension: null,
    street1: street,
    street2: null,
    city,
    state,
    zip,
    country: company.countryCode,
    pobox: null,
    pozip: null,
  };
}
