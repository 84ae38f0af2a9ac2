/** What a text says that switches something, as variables do; undefined where it is neither. */
export function yesOrNo(text: string): boolean | undefined {
  if (/^(?:1|true|yes|on)$/i.test(text)) return true;
  return /^(?:0|false|no|off)$/i.test(text) ? false : undefined;
}
