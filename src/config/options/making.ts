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
    help: "what the last listen session and the runs since did not deliver",
    group: "Selecting",
    setting: false,
    default: false,
  }),
  set: listOption({
    flag: "--set <path=value>",
    help: "change the payload, such as resource.content.status=CANCELLED; repeatable",
    group: "Changing",
    type: assignment,
    setting: false,
  }),
  unset: listOption({
    flag: "--unset <path>",
    help: "take a field out of the payload; repeatable",
    group: "Changing",
    type: payloadPath,
    setting: false,
  }),
  fresh: switchOption({
    flag: "--fresh",
    help: "a new uuid and the present time for each delivery",
    group: "Changing",
    setting: false,
    default: false,
  }),
  all: switchOption({
    flag: "--all",
    help: "every event that AppDirect documents",
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
    help: "how many of each event, or of the scenario",
    group: "Making",
    type: count,
    setting: false,
  }),
  seed: valueOption({
    flag: "--seed <n>",
    help: "the same again, byte for byte, clock included",
    group: "Making",
    type: integer(seeds),
    setting: false,
  }),
  at: valueOption({
    flag: "--at <time>",
    help: "when it happens: ISO 8601, or an age such as 2h",
    group: "Making",
    type: time,
    setting: false,
    defaultText: "now; with --seed a fixed day",
  }),
  marketplaceUrl: valueOption({
    flag: "--marketplace-url <url>",
    help: "the marketplace in the addresses of what is made",
    group: "Making",
    type: origin,
  }),
  locale: valueOption({
    flag: "--locale <locale>",
    help: "the country of company, user and currency, such as de-DE or fr-CA",
    group: "Making",
    type: text,
    setting: false,
  }),
  out: valueOption({
    flag: "--out <folder>",
    help: "write fixtures there instead of printing",
    group: "Making",
    type: text,
    setting: false,
  }),
  fast: switchOption({
    flag: "--fast",
    help: "without the pauses",
    group: "Showing",
    setting: false,
    default: false,
  }),
};
