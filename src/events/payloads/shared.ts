// Made by npm run reference from src/events/resources. Not to be edited.
// Types rather than interfaces: only a type is a JsonObject too.

import type { Json, JsonObject } from "../json.ts";

export type Reference = {
  /** The other resource's id. */
  id: string;
  /** Its REST address. An http or https address. */
  href: string;
};

export type UserContact = {
  phoneNumber: string | null;
  ims: string | null;
  homePhone: string | null;
  mobilePhone: string | null;
  /** Postal address. */
  address:
    | ({
        street1?: string | null;
      } & JsonObject)
    | null;
};

export type CompanyContact = {
  phoneNumber: string | null;
  /** Deprecated, always null. */
  ims: null;
  /** Deprecated, always null. */
  homePhone: null;
  /** Deprecated, always null. */
  mobilePhone: null;
  /** Postal address. */
  address:
    | ({
        street1?: string | null;
      } & JsonObject)
    | null;
};

export type PaymentPlan = {
  /** Its REST address. An http or https address. */
  href: string;
  /** A whole number. */
  id: number;
  uuid: string;
  /** How often it is billed. */
  frequency: "ONE_TIME" | "DAILY" | "MONTHLY" | "QUARTERLY" | "SIX_MONTHS" | "YEARLY" | "TWO_YEARS" | "THREE_YEARS";
  /** Known from the REST API. */
  status?: string | null;
  /** The terms of the plan. */
  contract: {
    /** A whole number. */
    minimumServiceLength: number | null;
    /** A whole number. */
    cancellationPeriodLimit: number | null;
    /** A whole number. */
    endOfContractGracePeriod: number | null;
    blockSwitchToShorterContract: boolean;
    blockContractDowngrades: boolean;
    blockContractUpgrades: boolean;
    /** Known from the REST API. */
    keepContractDateOnPlanChange?: boolean;
    /** Known from the REST API. */
    keepContractDateOnPlanChangeDifferentDuration?: boolean;
    alignWithParentCycleStartDate: boolean;
    gracePeriod:
      | ({
          /** A whole number. */
          length: number | null;
          unit: string | null;
        } & JsonObject)
      | null;
    /** Null if there is none. */
    terminationFee?: JsonObject | null;
    /** Null in the payload seen. */
    autoExtensionPricingId?: Json;
  } | null;
  allowCustomUsage: boolean;
  keepBillDateOnUsageChange: boolean;
  /** Known from the REST API. */
  keepBillDateOnPricingPlanChange?: boolean;
  separatePrepaid: boolean;
  isPrimaryPrice: boolean;
  /** The price of each unit. */
  costs: {
    /** A whole number. */
    id: number;
    /** A whole number. */
    editionPricingItemId?: number | null;
    editionPricingItemUuid?: string | null;
    status?: string | null;
    /**
     * What is counted: USER, GIGABYTE, MEGABYTE, HOUR, MINUTE, INVOICE, UNIT, PROJECT, ITEM, LICENSE, MAILBOX, DEVICE,
     * NOT_APPLICABLE, ONE_TIME_SETUP, … or a custom unit.
     */
    unit: string;
    unitDependency: string | null;
    minUnits: number | null;
    maxUnits: number | null;
    meteredUsage: boolean;
    increment: number | null;
    pricePerIncrement: boolean;
    blockContractDecrease: boolean;
    blockContractIncrease: boolean;
    blockOriginalContractDecrease: boolean;
    canIncreaseUnits?: boolean | null;
    canDecreaseUnits?: boolean | null;
    /** Price by currency. */
    amount: { [key: string]: number };
    pricingStrategy?: string | null;
  }[];
  /** Null if there is none. */
  discount?: JsonObject | null;
  /** Known from the REST API. */
  creditOnCancellation?: boolean;
  primaryPrice: boolean;
};

export type OrderContract = {
  /** A whole number. */
  minimumServiceLength?: number | null;
  /** Epoch milliseconds. */
  endOfContractDate?: number | null;
  /** Epoch milliseconds. */
  gracePeriodEndDate?: number | null;
  /** A whole number. */
  cancellationPeriodLimit?: number | null;
  /** A whole number. */
  endOfContractGracePeriod?: number | null;
  terminationFee?:
    | ({
        type?: Json;
        description?: Json;
        percentageFee?: Json;
        flatFee?: Json;
        percentage?: Json;
        price?: Json;
        estimatedCost?: Json;
        gracePeriod?: Json;
        gracePeriodUnit?: Json;
      } & JsonObject)
    | null;
  /** What follows at the end of the contract. */
  renewal?:
    | ({
        /** The next order. */
        order?: JsonObject | null;
        /** Its payment plan. */
        paymentPlan?: JsonObject | null;
      } & JsonObject)
    | null;
  /** Known from the REST API. */
  autoExtensionPricingUuid?: Json;
  /** Known from the REST API. */
  continueWithoutContract?: boolean | null;
  /** Known from the REST API. */
  contractAvoidProrationOnUpdate?: boolean | null;
  /** Known from the REST API. */
  unitTerms?:
    | ({
        unit: string;
        blockContractIncrease?: boolean | null;
        blockOriginalContractDecrease?: boolean | null;
        blockContractDecrease?: boolean | null;
      } & JsonObject)[]
    | null;
} & JsonObject;

export type OrderLine = {
  /** A whole number. */
  id?: number | null;
  /** A whole number. */
  editionPricingItemId?: number | null;
  type: "ITEM" | "TAX" | "PENALTY" | "DISCOUNT";
  /**
   * What is counted: USER, GIGABYTE, MEGABYTE, HOUR, MINUTE, INVOICE, UNIT, PROJECT, ITEM, LICENSE, MAILBOX, DEVICE,
   * NOT_APPLICABLE, ONE_TIME_SETUP, … or a custom unit.
   */
  unit?: string | null;
  quantity?: number | null;
  /** The price of one unit. */
  price?: number | null;
  listingPrice?: number | null;
  totalPrice?: number | null;
  /** The product's name. */
  applicationName?: string | null;
  editionName?: string | null;
  description?: string | null;
  /** The rate of a TAX line. */
  percentage?: number | null;
};
