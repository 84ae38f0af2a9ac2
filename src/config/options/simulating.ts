import { simulateDefaults } from "../../defaults.ts";
import { scenarios } from "../../generate/scenarios/table.ts";
import { joinedOption, switchOption, valueOption } from "../option.ts";
import { choices, decimal, duration, durations, integer, namesOf, nameAndSecret, text } from "../values.ts";

const scenarioNames = namesOf(scenarios);

/** What a simulated marketplace does, and what networks do to what it sends. Their variables are those of `simulate`. */
export const simulating = {
  scenarios: joinedOption({
    flag: "--scenario <names>",
    help: `life cycles to tell in turn: ${scenarioNames.join(", ")}; repeatable`,
    group: "Simulating",
    type: choices(scenarioNames),
    setting: false,
    none: [],
    whole: (all) => all.flat(),
  }),
  rate: valueOption({
    flag: "--rate <n>",
    help: "events per second (n/s); 0.5 is one every two seconds",
    group: "Simulating",
    type: decimal({ min: 0.001, max: 100_000 }),
    default: simulateDefaults.perSecond,
  }),
  apiClient: valueOption({
    flag: "--api-client <id:secret>",
    help: "id and secret of the client that its API accepts; or @file",
    brief: "client that its API accepts; or @file",
    group: "Simulating",
    type: nameAndSecret,
    secret: true,
    default: simulateDefaults.apiClient,
  }),
  timeScale: valueOption({
    flag: "--time-scale <n>",
    help: "how many times faster than at AppDirect a failed delivery is retried",
    brief: "retry this many times faster than AppDirect",
    group: "Simulating",
    type: decimal({ min: 1, max: 1_000_000 }),
    default: simulateDefaults.timeScale,
  }),
  retryTail: valueOption({
    flag: "--retry-tail <durations>",
    help: "waits between the retries that follow the one after two hours; unconfirmed, because AppDirect's documentation does not give them",
    group: "Simulating",
    type: durations,
    defaultText: "4h,8h,16h,32h",
  }),
  duplicate: valueOption({
    flag: "--duplicate <percent>",
    help: "how many of a hundred delivered events to send twice, as networks do",
    group: "Simulating",
    type: integer({ min: 0, max: 100 }),
    default: simulateDefaults.duplicatePercent,
  }),
  shuffle: switchOption({
    flag: "--shuffle",
    help: "let events overtake each other, as networks do",
    group: "Simulating",
    default: false,
  }),
  outage: valueOption({
    flag: "--outage <duration>",
    help: "how long nothing gets through, from the first delivery on",
    group: "Simulating",
    type: duration,
    default: simulateDefaults.outageMs,
  }),
  state: valueOption({
    flag: "--state <file>",
    help: "file that keeps webhooks and the event log for the next run",
    group: "Simulating",
    type: text,
    defaultText: "in memory",
  }),
  printApi: switchOption({
    flag: "--print-api",
    help: "print a description of its API as JSON, and exit",
    group: "Simulating",
    setting: false,
    default: false,
  }),
};
