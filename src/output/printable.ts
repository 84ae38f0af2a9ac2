/** C0 and C1 controls, DEL, and what turns the direction of text or breaks its line: never written to a terminal as they are. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]/g;

/** Text from outside, fit for a terminal: what could steer it is shown as JSON would write it. */
export function printable(text: string): string {
  return text.replace(unprintable, escaped);
}

/** A JSON text that is safe to look at, with a line feed at its end. */
export function printableJson(text: string): string {
  return `${text.replace(unprintable, (one) => (one === "\n" ? one : escaped(one)))}\n`;
}

/** One line of JSON that is safe to look at: JSON itself escapes the C0 controls alone. */
export function jsonLine(value: unknown): string {
  return printableJson(JSON.stringify(value));
}

/** The same over several lines. */
export function prettyJson(value: unknown): string {
  return printableJson(JSON.stringify(value, null, 2));
}

function escaped(character: string): string {
  if (character === "\n") return "\\n";
  if (character === "\t") return "\\t";
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
