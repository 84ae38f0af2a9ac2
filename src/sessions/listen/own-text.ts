/** A copy of its own: V8 keeps the whole of which a text is a part, and the parts of which a text was made. */
export function ownText(text: string): string {
  return Buffer.from(text).toString();
}
