import { isCurrency } from "./schema/currency.ts";

/**
 * `878.40 EUR`, `19782 JPY`: an amount with the decimals of its currency; one that has more keeps them. Nothing for what
 * is no amount of a currency.
 */
export function moneyText(amount: unknown, currency: unknown): string | undefined {
  if (typeof amount !== "number" || typeof currency !== "string" || !isCurrency(currency)) return undefined;
  return `${amountText(amount, decimalsOf(currency))} ${currency}`;
}

function amountText(amount: number, decimals: number): string {
  const rounded = amount.toFixed(decimals);
  return Number(rounded) === amount && !/e/.test(rounded) ? rounded : String(amount);
}

function decimalsOf(currency: string): number {
  return new Intl.NumberFormat("en", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;
}
