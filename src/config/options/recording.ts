import { listenDefaults } from "../../defaults.ts";
import { payloadPath } from "../domain-values.ts";
import { listOption, switchOption, valueOption } from "../option.ts";
import { text } from "../values.ts";

export const recording = {
  fixtures: valueOption({
    flag: "--fixtures <folder>",
    help: "where events are recorded, and found again",
    group: "Recording",
    type: text,
    default: listenDefaults.fixtures,
  }),
  record: switchOption({
    flag: "--no-record",
    help: "keep nothing on disk",
    group: "Recording",
    default: true,
  }),
  redact: listOption({
    flag: "--redact <path>",
    help: "a payload path whose values are not recorded, such as resource.content.email; repeatable",
    group: "Recording",
    type: payloadPath,
  }),
  keepSecrets: switchOption({
    flag: "--keep-secrets",
    help: "record body fields that are redacted because of their name or shape, such as password",
    group: "Recording",
    default: false,
  }),
};
