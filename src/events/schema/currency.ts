/**
 * ISO 4217 codes, those of currencies that are no more among them, as the machine's own tables have them. Read when the
 * first is asked for.
 */
export function currencyCodes(): ReadonlySet<string> {
  codes ??= new Set(Intl.supportedValuesOf("currency"));
  return codes;
}
let codes: ReadonlySet<string> | undefined;

export const isCurrency = (code: string): boolean => currencyCodes().has(code);
