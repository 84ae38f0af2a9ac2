/** The message of an error that is printed with its stack: all above the first `at …`, or the last line of a Python traceback. */
export function messageAbove(text: string): string {
  const lines = text.split(/\r?\n/);
  if (/^\s*Traceback \(/.test(text)) return lines.findLast((line) => /^\S/.test(line)) ?? "";
  const stack = lines.findIndex((line) => /^\s*at\s/.test(line));
  return (stack === -1 ? lines : lines.slice(0, stack)).join("\n");
}
