import { activateAccount, createCompany, createUser, giveEmailAddress, giveRole } from "./account.ts";
import { activateAssignment, assignUser, awaitVendor, failAssignment } from "./assigning.ts";
import { publishProduct } from "./history.ts";
import { issueInvoice, payInvoice, voidInvoice } from "./invoicing.ts";
import { activateOrder, finishOrder, placeOrder, replaceOrder } from "./ordering.ts";
import {
  cancelSubscription,
  changeQuantity,
  reactivateSubscription,
  startSubscription,
  suspendSubscription,
} from "./subscribing.ts";

/**
 * What can happen in a story: the words in which scenarios are told, those of ours and those that are added. Each gives
 * the story as it stands afterwards.
 */
export const happenings = {
  createCompany,
  createUser,
  activateAccount,
  giveEmailAddress,
  giveRole,
  placeOrder,
  activateOrder,
  finishOrder,
  replaceOrder,
  startSubscription,
  changeQuantity,
  suspendSubscription,
  reactivateSubscription,
  cancelSubscription,
  assignUser,
  awaitVendor,
  activateAssignment,
  failAssignment,
  issueInvoice,
  payInvoice,
  voidInvoice,
  publishProduct,
};
