import { simulateDefaults } from "../defaults.ts";
import { presenting, presentingNames, simulateVariableOf, type OptionName } from "../config/index.ts";
import { defineCommand, type CommandInput } from "./command.ts";
import { oneTrust } from "./conflict.ts";

const names = [
  ...(["scenarios", "events", "count", "rate", "seed"] as const),
  ...(["port", "host", "apiClient", "timeScale", "retryTail", "duplicate", "shuffle", "outage", "state"] as const),
  "printApi",
  ...(["to", ...presentingNames, "timeout", "skipVerify", "cacert"] as const),
] as const;
type SimulateName = (typeof names)[number];

/** What is set for `listen` or `replay` is not meant for a marketplace that sends to them. */
function setting<const Details>(name: OptionName, details: Details): Details & { variable: string } {
  return { ...details, variable: simulateVariableOf(name) };
}

const { port } = simulateDefaults;

const own = {
  events: { help: "which events happen, such as subscription.*,!user", group: "Simulating", variable: false },
  count: { help: "exit once this many events happened and were delivered or given up", group: "Simulating" },
  seed: { help: "make up the same companies, users and purchases each time", group: "Simulating" },
  port: setting("port", {
    default: port,
    help: "port of its API",
    defaultText: `${port}, or a free one if another program has it`,
    group: "Simulating",
  }),
  host: setting("host", { group: "Simulating" }),
  apiClient: setting("apiClient", {}),
  rate: setting("rate", {}),
  timeScale: setting("timeScale", {}),
  retryTail: setting("retryTail", {}),
  duplicate: setting("duplicate", {}),
  shuffle: setting("shuffle", {}),
  outage: setting("outage", {}),
  state: setting("state", {}),
  to: setting("to", {
    help: "webhook that exists from the start: a URL, host:port or a port; order=4001 gets only order events; repeatable",
    brief: "webhook; order=4001 gets only order events",
  }),
  auth: setting("auth", presenting.auth),
  token: setting("token", presenting.token),
  client: setting("client", presenting.client),
  user: setting("user", presenting.user),
  tokenUrl: setting("tokenUrl", {}),
  timeout: setting("timeout", {}),
  skipVerify: setting("skipVerify", {}),
  cacert: setting("cacert", {}),
} as const;
/** What it works with. */
export type SimulateInput = CommandInput<SimulateName, typeof own>;

export const simulate = defineCommand({
  description: "Runs a simulated AppDirect marketplace on this machine that sends events to webhooks.",
  more: "It has an API for webhooks and their event log, and retries failed deliveries as AppDirect documents it. Events happen once there is a webhook: one of --to, or one created through the API.",
  positionals: [],
  positionalLimit: 0,
  options: names,
  own,
  firstDay: ["to", "scenarios", "events", "count", "rate", "seed", "timeScale", "outage", "token", "state", "json"],
  examples: [
    ["simulate --to 4747", "send events to a listen on this machine, one a second"],
    [
      "simulate --to 3000 --scenario purchase --count 5",
      "tell the first five events of a purchase to a handler, and exit",
    ],
    [
      "simulate --to 3000 --outage 1m --time-scale 60",
      "see retries: a minute without network, and an hour in a minute",
    ],
    [
      "simulate --to order=4001 --to user,company=4002 --rate 0.5",
      "give each handler its own events, one every two seconds",
    ],
    ["simulate --print-api", "print the description of its API"],
  ],
  conflicts: [
    { does: "printApi", message: "--print-api prints the description of the API and exits", not: ["count", "to"] },
    oneTrust,
    { only: presentingNames, beside: ["to"], purpose: "a webhook" },
  ],
  run: async (input, context) => (await import("./simulate/run.ts")).runSimulate(input, context),
});
