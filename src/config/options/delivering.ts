import { replayDefaults } from "../../defaults.ts";
import { command, header, statuses, target } from "../domain-values.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { count, duration, headerText, integer, text, webAddress } from "../values.ts";

export const delivering = {
  forwardTo: listOption({
    flag: "-f, --forward-to <target>",
    help: async () => `a handler: ${await targetForms()}; order=4001 gets only order events; repeatable`,
    brief: "handler; order=4001 gets only order events",
    group: "Forwarding",
    type: target,
  }),
  exec: valueOption({
    flag: "--exec <command>",
    help: "run this for each event, without a shell, with the fixture on standard input",
    group: "Forwarding",
    type: command,
    setting: false,
  }),
  to: listOption({
    flag: "--to <target>",
    help: async () => `target: ${await targetForms()}; order=4001 gets only order events; repeatable`,
    brief: "target; order=4001 gets only order events",
    group: "Sending",
    type: target,
  }),
  tokenUrl: valueOption({
    flag: "--token-url <url>",
    help: "address that issues access tokens, for --auth with OAuth2",
    group: "Sending",
    type: webAddress,
    defaultText: "the target's path and /oauth2/token",
  }),
  header: listOption({
    flag: "-H, --header <name: value>",
    help: "header to add to every delivery; or @file; repeatable",
    brief: "header to add; or @file",
    group: "Sending",
    type: header,
    secret: true,
  }),
  bearer: valueOption({
    flag: "--bearer <token>",
    help: "access token to send, as authorization: Bearer; or @file",
    group: "Sending",
    type: headerText,
    secret: true,
  }),
  timeout: valueOption({
    flag: "--timeout <duration>",
    help: "how long to wait for the answer of a handler; 0 waits forever",
    group: "Sending",
    type: duration,
    default: replayDefaults.timeoutMs,
  }),
  expect: valueOption({
    flag: "--expect <statuses>",
    help: "which HTTP statuses count as success",
    group: "Sending",
    type: statuses,
    default: replayDefaults.expected,
  }),
  wait: valueOption({
    flag: "--wait <duration>",
    help: "how long to wait until the target accepts connections",
    brief: "wait until the target accepts connections",
    group: "Sending",
    type: duration,
    default: replayDefaults.waitMs,
  }),
  skipVerify: switchOption({
    flag: "--skip-verify",
    help: "accept any TLS certificate from a target",
    group: "Sending",
    default: replayDefaults.skipVerify,
  }),
  cacert: valueOption({
    flag: "--cacert <file>",
    help: "file with certificates (PEM) to trust for targets",
    group: "Sending",
    type: text,
  }),
  times: valueOption({
    flag: "--times <n>",
    help: "how many times to send each event",
    group: "Sending",
    type: count,
    setting: false,
    default: replayDefaults.times,
  }),
  concurrency: valueOption({
    flag: "--concurrency <n>",
    help: "how many events to send at once",
    group: "Sending",
    type: integer({ min: 1, max: 10_000 }),
    default: replayDefaults.concurrency,
  }),
  dryRun: switchOption({
    flag: "--dry-run",
    help: "print each delivery as a shell command, such as curl, and send nothing",
    brief: "print shell commands, such as curl, and send nothing",
    group: "Sending",
    setting: false,
    default: false,
  }),
};

/** Only help tells them: no start loads the kinds of target for it. */
async function targetForms(): Promise<string> {
  return (await import("../../delivery/targets/table.ts")).targetForms;
}
