import { listenDefaults } from "../../defaults.ts";
import { payloadPath } from "../domain-values.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { text } from "../values.ts";

export const recording = {
  fixtures: valueOption({
    flag: "--fixtures <folder>",
    help: "folder of recorded events",
    brief: `where to record (default: ${listenDefaults.fixtures})`,
    group: "Recording",
    type: text,
    default: listenDefaults.fixtures,
  }),
  record: switchOption({
    flag: "--no-record",
    help: "do not record events",
    group: "Recording",
    default: true,
  }),
  redact: listOption({
    flag: "--redact <path>",
    help: "payload path whose values are not recorded, such as resource.content.email; repeatable",
    group: "Recording",
    type: payloadPath,
  }),
  keepSecrets: switchOption({
    flag: "--keep-secrets",
    help: "do not redact body fields that look secret by name or shape, such as password",
    group: "Recording",
    default: false,
  }),
};
