/** The keys of a listener in a terminal, and what each does. */
const keys = {
  r: "send the last event again",
  f: "show and forward only some events",
  p: "pause forwarding, or go on with it",
  c: "clear the screen",
  "?": "this",
  q: "end",
} as const;

export type KeyName = keyof typeof keys;

export function keysHelp(): string {
  return `${Object.entries(keys)
    .map(([key, does]) => `  ${key}  ${does}`)
    .join("\n")}\n`;
}
