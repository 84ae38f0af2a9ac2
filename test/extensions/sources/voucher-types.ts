import { type AppDirectEvent, type EventName, sample, type VoucherContent } from "./index.ts";

export const code: string = sample("voucher.added").resource.content.code;
// @ts-expect-error: a voucher has no such field
export const wrongField: unknown = sample("voucher.added").resource.content.coed;
// @ts-expect-error: it is not documented that one is removed
export const wrongName: EventName = "voucher.removed";

export function voucherOf(event: AppDirectEvent): VoucherContent | undefined {
  return event.resource.type === "VOUCHER" ? event.resource.content : undefined;
}
