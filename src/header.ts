/** Whether a text can be the name of a header, or an HTTP method: a token (RFC 9110, 5.6.2). */
export function isToken(text: string): boolean {
  return /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(text);
}

/** Whether a text can be the value of a header as Node has it: each character stands for a byte (RFC 9110, 5.5). */
export function isHeaderValue(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\xff]*$/.test(text);
}

/** The same for a text whose bytes in UTF-8 are sent: only control characters are none. */
export function isHeaderText(text: string): boolean {
  return /^[\t\x20-\x7e\x80-\u{10ffff}]*$/u.test(text);
}
