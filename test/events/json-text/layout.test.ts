import * as fc from "fast-check";
import { expect, test } from "vitest";
import { compactJson, indentedJson } from "../../../src/events/index.ts";

test("tokens keep their characters, whatever white space is between them", () => {
  const text = ' {\r\n\t"a b" : 10.00 , "\\" {" :[ ], "n":{ } ,"list": [ 1e2,\t-0.0, "x  y\\\\" ] } ';
  expect(compactJson(text)).toBe('{"a b":10.00,"\\" {":[],"n":{},"list":[1e2,-0.0,"x  y\\\\"]}');
});

test("a text without white space is the same text", () => {
  for (const text of ['{"a":[1,"b c"]}', "10.00", '""', "null"]) expect(compactJson(text)).toBe(text);
});

test("indented, each member and item stands on a line of its own, two spaces a level", () => {
  expect(indentedJson('{"id":1152921506151679042,"price":10.00,"none":{},"items":[1.0,{"a:b,":[]}]}')).toBe(
    [
      "{",
      '  "id": 1152921506151679042,',
      '  "price": 10.00,',
      '  "none": {},',
      '  "items": [',
      "    1.0,",
      "    {",
      '      "a:b,": []',
      "    }",
      "  ]",
      "}",
    ].join("\n"),
  );
});

test("any JSON is laid out as JSON.stringify lays it out, and back", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = JSON.stringify(value);
      const indented = indentedJson(text);
      expect(indented).toBe(JSON.stringify(value, null, 2));
      expect(compactJson(indented)).toBe(text);
    }),
    { numRuns: 300, seed: 20260115 },
  );
});

test("a string of a megabyte and a nest of 100,000 brackets are laid out", () => {
  const long = `"${'\\\\ \\" {'.repeat(125_000)}"`;
  expect(compactJson(`[ ${long} ]`)).toBe(`[${long}]`);
  const nest = "[".repeat(100_000) + "]".repeat(100_000);
  expect(compactJson(` ${nest} `)).toBe(nest);
});
