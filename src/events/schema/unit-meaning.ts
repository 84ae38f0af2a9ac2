/** Of a `unit`, wherever one stands. Source: developer.appdirect.com/webhooks/working-with-webhooks/payload/order */
export const unitMeaning =
  "What is counted: USER, GIGABYTE, MEGABYTE, HOUR, MINUTE, INVOICE, UNIT, PROJECT, ITEM, LICENSE, MAILBOX, DEVICE, NOT_APPLICABLE, ONE_TIME_SETUP, … or a custom unit.";
