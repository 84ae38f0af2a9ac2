import { array, looseObject, nullable, object, optional, picklist, string } from "valibot";
import { expect, test } from "vitest";
import { fieldRows, type NamedResource } from "../../../src/events/index.ts";
import { field } from "../../../src/events/schema/field.ts";
import { timestamp } from "../../../src/events/schema/scalars.ts";
import { catalogDetails, catalogEventDetailsJson, catalogResourceJson, plainTheme } from "../../../src/output/index.ts";

const line = object({ price: field(string(), ""), unit: optional(nullable(field(string(), "Such as USER."))) });
const schema = object({
  id: field(string(), "A uuid."),
  status: field(picklist(["OPEN", "SHUT"]), "How it stands.", { certainty: "from the REST API" }),
  opened: timestamp,
  lines: array(line),
  former: nullable(line),
  more: looseObject({}),
});

const door: NamedResource = {
  name: "door",
  definition: {
    type: "DOOR",
    otherTypes: ["GATE"],
    typeCertainty: "seen",
    summary: "Something to go through.",
    source: "https://developer.appdirect.com/doors",
    fires: {
      ADDED: { text: "When one is built.", certainty: "documented" },
      REMOVED: { text: "When one is bricked up.", certainty: "inferred" },
    },
    url: { text: "/api/doors/{id}", certainty: "inferred" },
    shape: "documented",
    uncertain: ["Whether it squeaks."],
    schema,
    sample: () => ({ uuid: "1", path: "/1", content: {} }),
    headline: () => [],
  },
};
const fields = fieldRows(schema);

test("a resource shows what is known of it, what is not, its fields and a sample", () => {
  const shown = catalogDetails({ resource: door, fields, sample: { id: "1" } }, { theme: plainTheme, width: 72 });
  expect(shown.split("\n")).toEqual([
    "door",
    "Something to go through.",
    "",
    "type     DOOR or GATE (seen)",
    "url      /api/doors/{id} (inferred)",
    "content  Its fields are documented on AppDirect's webhook page.",
    "source   https://developer.appdirect.com/doors",
    "",
    "Events",
    "  door.added    When one is built.",
    "  door.removed  When one is bricked up. (inferred)",
    "",
    "Not certain",
    "  - Whether it squeaks.",
    "",
    "Fields of resource.content",
    "  id       text. A uuid.",
    "  status   one of OPEN, SHUT. How it stands. (from the REST API)",
    "  opened   epoch milliseconds.",
    "  lines    a list of objects.",
    "    price  text.",
    "    unit   text, or null, or missing. Such as USER.",
    "  former   an object, or null; same fields as lines.",
    "  more     an object; its content is not documented.",
    "",
    "Sample of resource.content (generated)",
    "{",
    '  "id": "1"',
    "}",
    "",
  ]);
});

test("without a width a field is one line with its whole path", () => {
  const width = Number.POSITIVE_INFINITY;
  const lines = catalogDetails({ resource: door, fields }, { theme: plainTheme, width }).split("\n");
  expect(lines).toContain("  lines[*].price  text.");
  expect(lines.slice(-3)).toEqual(["Sample of resource.content (generated)", "  No sample yet.", ""]);
});

test("an event says when it is sent; what was removed has no content", () => {
  const when = { text: "When one is bricked up.", certainty: "inferred" } as const;
  const event = { name: "door.removed", action: "REMOVED", when, resource: door } as const;
  const shown = catalogDetails({ resource: door, event, fields: [] }, { theme: plainTheme, width: 80 });
  expect(shown).toMatch(/^door\.removed\nSomething[^]*\nsent {5}When one is bricked up\. \(inferred\)\n/);
  expect(shown).toContain("\ncontent  None, or null.\n");
  expect(shown).not.toContain("Events");
});

test("for programs a resource and an event are one object each", () => {
  const facts = {
    type: "DOOR",
    typeCertainty: "seen",
    otherTypes: ["GATE"],
    url: "/api/doors/{id}",
    urlCertainty: "inferred",
    source: "https://developer.appdirect.com/doors",
    shape: "documented",
    open: false,
    summary: "Something to go through.",
    uncertain: ["Whether it squeaks."],
  };
  const listed = [
    { path: "id", type: "text", meaning: "A uuid.", optional: false, open: false },
    {
      path: "status",
      type: "a word",
      values: ["OPEN", "SHUT"],
      meaning: "How it stands.",
      certainty: "from the REST API",
      optional: false,
      open: false,
    },
  ];
  const details = { resource: door, fields: fields.slice(0, 2), sample: { id: "1" } };
  const added = { event: "door.added", action: "ADDED", when: "When one is built.", whenCertainty: "documented" };
  const removed = {
    event: "door.removed",
    action: "REMOVED",
    when: "When one is bricked up.",
    whenCertainty: "inferred",
  };
  const ends = { fields: listed, sample: { id: "1" } };
  expect(JSON.parse(catalogResourceJson(details))).toEqual({
    resource: "door",
    ...facts,
    events: [added, removed],
    ...ends,
  });
  const when = { text: "When one is built.", certainty: "documented" } as const;
  const event = { name: "door.added", action: "ADDED", when, resource: door } as const;
  expect(JSON.parse(catalogEventDetailsJson(event, details))).toEqual({
    ...added,
    resource: "door",
    ...facts,
    ...ends,
  });
});
