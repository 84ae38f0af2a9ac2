import { scenarios } from "../../generate/scenarios/table.ts";
import { seeds } from "../../random.ts";
import { assignment, payloadPath } from "../domain-values.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { choice, count, integer, namesOf, origin, text, time } from "../values.ts";

const scenarioNames = namesOf(scenarios);

/** What changes payloads on their way, and what makes them. */
export const making = {
  failed: switchOption({
    flag: "--failed",
    help: "only events that the last listen session and later runs did not deliver",
    brief: "events that were not delivered",
    group: "Selecting",
    setting: false,
    default: false,
  }),
  set: listOption({
    flag: "--set <path=value>",
    help: "change the payload, such as resource.content.status=CANCELLED; repeatable",
    brief: "change a field: resource.content.status=CANCELLED",
    group: "Changing",
    type: assignment,
    setting: false,
  }),
  unset: listOption({
    flag: "--unset <path>",
    help: "remove a field from the payload; repeatable",
    group: "Changing",
    type: payloadPath,
    setting: false,
  }),
  fresh: switchOption({
    flag: "--fresh",
    help: "use a new uuid and the current time for each delivery",
    brief: "use a new uuid and the current time",
    group: "Changing",
    setting: false,
    default: false,
  }),
  all: switchOption({
    flag: "--all",
    help: "generate every event",
    group: "Making",
    setting: false,
    default: false,
  }),
  scenario: valueOption({
    flag: "--scenario <name>",
    help: `a whole life cycle: ${scenarioNames.join(", ")}`,
    group: "Making",
    type: choice(scenarioNames),
    setting: false,
  }),
  countOfEach: valueOption({
    flag: "--count <n>",
    help: "how many to generate of each event, or of the scenario",
    group: "Making",
    type: count,
    setting: false,
  }),
  seed: valueOption({
    flag: "--seed <n>",
    help: "generate the same bytes each time, timestamps included",
    group: "Making",
    type: integer(seeds),
    setting: false,
  }),
  at: valueOption({
    flag: "--at <time>",
    help: "when the events happen: ISO 8601, or an age such as 2h",
    brief: "when they happen: ISO 8601, or an age such as 2h",
    group: "Making",
    type: time,
    setting: false,
    defaultText: "now; with --seed a fixed day",
  }),
  marketplaceUrl: valueOption({
    flag: "--marketplace-url <url>",
    help: "marketplace address to use in the generated payloads",
    group: "Making",
    type: origin,
  }),
  locale: valueOption({
    flag: "--locale <locale>",
    help: "country of the company and its users, and the currency, such as de-DE or fr-CA",
    brief: "country and currency, such as de-DE or fr-CA",
    group: "Making",
    type: text,
    setting: false,
  }),
  out: valueOption({
    flag: "--out <folder>",
    help: "write fixtures to this folder instead of printing payloads",
    brief: "write fixtures to this folder instead of printing",
    group: "Making",
    type: text,
    setting: false,
  }),
  fast: switchOption({
    flag: "--fast",
    help: "skip the pauses",
    group: "Showing",
    setting: false,
    default: false,
  }),
};
