import { expect, test } from "vitest";
import { partOfCatalog } from "../../../src/events/index.ts";
import { createTheme, eventList, plainTheme } from "../../../src/output/index.ts";

function listOf(pattern: string, width: number, theme = plainTheme): string[] {
  const part = partOfCatalog([pattern]);
  if (part.kind !== "list") throw new Error(`${pattern} is one thing.`);
  return eventList(part.events, { theme, width }).split("\n");
}

test("an event has its name, how sure its content is and when it is sent, wrapped below itself", () => {
  expect(listOf("app_assignment.*", 80)).toEqual([
    "app_assignment.added    documented  When an assignment is initiated (it is",
    "                                    pending then), and again when it has",
    "                                    succeeded.",
    "app_assignment.changed  documented  When an assignment or an unassignment",
    "                                    succeeds or fails, and when one pending",
    "                                    status follows another, such as",
    "                                    PENDING_REMOTE_CREATION after",
    "                                    PENDING_USER_ACTIVATION.",
    "app_assignment.removed  documented  When an unassignment is initiated.",
    "",
  ]);
});

test("a sentence that no page has says so, and so does a content that no page has", () => {
  expect(listOf("quote.*", Number.POSITIVE_INFINITY)).toEqual([
    "quote.added    not documented  When a quote is created. (inferred)",
    "quote.changed  not documented  When a quote is edited. (inferred)",
    "quote.removed  not documented  When a quote is deleted. (inferred)",
    "",
  ]);
  expect(listOf("discount.*", 200)[0]).toBe("discount.added    from REST API  When a discount is created. (inferred)");
});

test("in a narrow terminal the sentence stands below", () => {
  expect(listOf("app_assignment.added,quote.added", 60)).toEqual([
    "app_assignment.added  documented",
    "    When an assignment is initiated (it is pending then),",
    "    and again when it has succeeded.",
    "quote.added           not documented",
    "    When a quote is created. (inferred)",
    "",
  ]);
});

test("colours change neither the columns nor where a line breaks", async () => {
  const coloured = listOf("order.*", 80, await createTheme(1)).join("\n");
  expect(coloured).toContain("\u001b[36morder.added  \u001b[39m");
  expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(listOf("order.*", 80).join("\n"));
});
