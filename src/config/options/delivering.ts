import { targetForms } from "../../delivery/targets/table.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { count, duration, header, integer, text } from "../value-types.ts";

export const delivering = {
  forwardTo: listOption({
    flag: "-f, --forward-to <[patterns=]target>",
    help: `a handler: ${targetForms}, with the events it gets in front; repeatable`,
    group: "Forwarding",
    type: text,
  }),
  exec: valueOption({
    flag: "--exec <command>",
    help: "run for each event, without a shell, the fixture on its standard input",
    group: "Forwarding",
    type: text,
  }),
  to: listOption({
    flag: "--to <[patterns=]target>",
    help: `where to: ${targetForms}, with the events it gets in front; repeatable`,
    group: "Sending",
    type: text,
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
    default: 30_000,
    defaultText: "30s",
  }),
  expect: valueOption({
    flag: "--expect <statuses>",
    help: "which answers count as success",
    group: "Sending",
    type: text,
    default: "200-299",
  }),
  wait: valueOption({
    flag: "--wait <duration>",
    help: "until the target accepts connections",
    group: "Sending",
    type: duration,
    default: 0,
    defaultText: "0",
  }),
  skipVerify: switchOption({
    flag: "--skip-verify",
    help: "take any TLS certificate of a target",
    group: "Sending",
    default: false,
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
    default: 1,
  }),
  concurrency: valueOption({
    flag: "--concurrency <n>",
    help: "how many at once",
    group: "Sending",
    type: integer({ min: 1, max: 10_000 }),
    default: 1,
  }),
  dryRun: switchOption({
    flag: "--dry-run",
    help: "print each as a command for a shell, such as curl, and send nothing",
    group: "Sending",
    setting: false,
    default: false,
  }),
};
