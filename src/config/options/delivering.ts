import { replayDefaults } from "../../defaults.ts";
import { command, header, statuses, target } from "../domain-values.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { count, duration, integer, text } from "../values.ts";

export const delivering = {
  forwardTo: listOption({
    flag: "-f, --forward-to <[patterns=]target>",
    help: async () => `a handler: ${await targetForms()}, with the events it gets in front; repeatable`,
    group: "Forwarding",
    type: target,
  }),
  exec: valueOption({
    flag: "--exec <command>",
    help: "run for each event, without a shell, the fixture on its standard input",
    group: "Forwarding",
    type: command,
    setting: false,
  }),
  to: listOption({
    flag: "--to <[patterns=]target>",
    help: async () => `where to: ${await targetForms()}, with the events it gets in front; repeatable`,
    group: "Sending",
    type: target,
  }),
  header: listOption({
    flag: "-H, --header <name: value>",
    help: "sent with every delivery; or @file; repeatable",
    group: "Sending",
    type: header,
    secret: true,
  }),
  timeout: valueOption({
    flag: "--timeout <duration>",
    help: "how long a handler may take; 0 waits for ever",
    group: "Sending",
    type: duration,
    default: replayDefaults.timeoutMs,
  }),
  expect: valueOption({
    flag: "--expect <statuses>",
    help: "which answers count as success",
    group: "Sending",
    type: statuses,
    default: replayDefaults.expected,
  }),
  wait: valueOption({
    flag: "--wait <duration>",
    help: "until the target accepts connections",
    group: "Sending",
    type: duration,
    default: replayDefaults.waitMs,
  }),
  skipVerify: switchOption({
    flag: "--skip-verify",
    help: "take any TLS certificate of a target",
    group: "Sending",
    default: replayDefaults.skipVerify,
  }),
  cacert: valueOption({
    flag: "--cacert <file>",
    help: "certificates (PEM) to trust for targets",
    group: "Sending",
    type: text,
  }),
  times: valueOption({
    flag: "--times <n>",
    help: "how often each is sent",
    group: "Sending",
    type: count,
    setting: false,
    default: replayDefaults.times,
  }),
  concurrency: valueOption({
    flag: "--concurrency <n>",
    help: "how many at once",
    group: "Sending",
    type: integer({ min: 1, max: 10_000 }),
    default: replayDefaults.concurrency,
  }),
  dryRun: switchOption({
    flag: "--dry-run",
    help: "print each as a command for a shell, such as curl, and send nothing",
    group: "Sending",
    setting: false,
    default: false,
  }),
};

/** Only help tells them: no start loads the kinds of target for it. */
async function targetForms(): Promise<string> {
  return (await import("../../delivery/targets/table.ts")).targetForms;
}
