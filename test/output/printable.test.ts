import { expect, test } from "vitest";
import { jsonLine, printable, printableJson } from "../../src/output/index.ts";

const steering = [
  ["NUL", "\u0000", "\\u0000"],
  ["a line feed", "\n", "\\n"],
  ["a carriage return", "\r", "\\u000d"],
  ["a tab", "\t", "\\t"],
  ["ESC", "\u001b", "\\u001b"],
  ["DEL", "\u007f", "\\u007f"],
  ["CSI of C1", "\u009b", "\\u009b"],
  ["the last of C1", "\u009f", "\\u009f"],
  ["a left-to-right mark", "\u200e", "\\u200e"],
  ["an Arabic letter mark", "\u061c", "\\u061c"],
  ["a line separator", "\u2028", "\\u2028"],
  ["a right-to-left override", "\u202e", "\\u202e"],
  ["a first strong isolate", "\u2068", "\\u2068"],
  ["the end of an isolate", "\u2069", "\\u2069"],
] as const;

test.each(steering)("%s never reaches a terminal as it is", (_, character, written) => {
  expect(printable(`before${character}after`)).toBe(`before${written}after`);
});

test("what steers nothing stays as it is", () => {
  const text = "Müller & Søn · 株式会社 👩‍👧 “CRM” \u00a0…";
  expect(printable(text)).toBe(text);
});

test.each(steering)("JSON with %s is written without it, and means the same", (_, character) => {
  const value = { [`key${character}`]: [`before${character}after`, { deep: character }] };
  const pretty = (one: unknown) => printableJson(JSON.stringify(one, null, 2));
  for (const write of [jsonLine, pretty]) {
    const text = write(value);
    expect(JSON.parse(text)).toEqual(value);
    expect(text.replaceAll("\n", "")).not.toMatch(
      /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/,
    );
  }
});

test("a line of JSON is one line", () => {
  expect(jsonLine({ type: "event", text: "a\nb\u2028c" })).toBe('{"type":"event","text":"a\\nb\\u2028c"}\n');
});

test("JSON over several lines keeps its line feeds, and has one at its end", () => {
  expect(printableJson('{\n  "a": [\n    1\n  ]\n}')).toBe('{\n  "a": [\n    1\n  ]\n}\n');
});
