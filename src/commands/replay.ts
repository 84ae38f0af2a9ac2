import { presenting, presentingNames } from "../config/index.ts";
import { defineCommand } from "./command.ts";
import { oneOnStdout, oneTrust } from "./conflict.ts";

const names = [
  ...(["to", "header", "bearer"] as const),
  ...presentingNames,
  ...(["timeout", "expect", "wait", "watch", "times", "concurrency", "dryRun", "skipVerify", "cacert"] as const),
  ...(["order", "sendRate", "pace", "retry", "retryScale", "duplicatePercent", "shuffled", "networkSeed"] as const),
  ...(["events", "where", "since", "until", "failed", "set", "unset", "edit", "fresh", "report", "fixtures"] as const),
];
export type ReplayName = (typeof names)[number];

const reportOwn = {
  help: "report what became of each delivery to another program: junit=<file>, github; repeatable",
  brief: "report for CI: junit=<file>, github",
  group: "Sending",
} as const;

// A variable that somebody set for what `listen` shows would select here.
const own = {
  ...presenting,
  events: { variable: false },
  fixtures: { brief: "folder of recorded events" },
  report: reportOwn,
} as const;

export const replay = defineCommand({
  description: "Sends recorded or hand-written events to a handler, byte for byte unless you change them.",
  positionals: [
    {
      form: "[fixtures…]",
      help: "files, folders, quoted patterns, last, last:20, the start of an id, or - for standard input; each may hold one payload or fixture, JSON lines, a list of payloads, or a log of listen --json",
    },
  ],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  own,
  firstDay: ["to", "failed", "events", "set", "edit", "fresh", "header", "token", "wait", "watch", "dryRun", "json"],
  examples: [
    ["replay last --to 3000", "resend the last event"],
    ["replay last:20 --to localhost:3000/hooks --wait 10s", "resend the last twenty in order, once the handler is up"],
    [
      "replay 429afed8 --to 3000 --set resource.content.status=CANCELLED --fresh",
      "resend one event, changed, with a new uuid",
    ],
    ["replay last --to 3000 --watch src", "resend the last event each time the handler's source changes"],
    ["replay --failed", "resend undelivered events of the last listen session and later runs"],
    ["generate --scenario purchase | {program} replay - --to 3000", "send sample events"],
  ],
  conflicts: [
    oneTrust,
    {
      both: ["failed", "fixtures"],
      message: "--failed resends events that earlier sessions did not deliver, so --fixtures has no effect.",
    },
    { both: ["bearer", "auth"], message: "--bearer and --auth both say how to identify this program." },
    { both: ["sendRate", "pace"], message: "--rate and --pace both say when events are sent." },
    {
      both: ["order", "shuffled"],
      when: ({ order }) => order !== "none",
      message: "--shuffle sends out of order, and --order keeps it.",
    },
    oneOnStdout,
    {
      both: ["dryRun", "report"],
      when: ({ report }) => report.length > 0,
      message: "--dry-run sends nothing, so there is nothing to --report.",
    },
    { both: ["failed", "watch"], message: "--failed resends what is still owed, and --watch resends the same events." },
    { both: ["watch", "dryRun"], message: "--watch sends at each change, and --dry-run sends nothing." },
    {
      both: ["watch", "report"],
      when: ({ report }) => report.length > 0,
      message: "--watch sends again at each change, and a --report is of one run.",
    },
    { both: ["watch", "edit"], message: "--watch sends again without asking, and --edit opens an editor each time." },
    { does: "edit", message: "--edit opens one event after another", not: ["concurrency"] },
    { only: ["retryScale"], beside: ["retry"], purpose: "retries" },
    { only: ["networkSeed"], beside: ["shuffled", "duplicatePercent"], purpose: "something to draw" },
  ],
  run: async (input, context) => (await import("./replay/run.ts")).runReplay(input, context),
});
