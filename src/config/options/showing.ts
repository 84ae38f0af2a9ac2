import { views } from "../../output/views/table.ts";
import { switchOption, valueOption } from "../option.ts";
import { choice, namesOf } from "../values.ts";

const formatNames = namesOf(views);

export const showing = {
  format: valueOption({
    flag: "--format <form>",
    help: `how events are shown: ${formatNames.join(", ")}`,
    group: "Showing",
    type: choice(formatNames),
    defaultText: "pretty in a terminal, line otherwise; json with --json",
  }),
  open: switchOption({
    flag: "--open",
    help: "open AppDirect's page on it in the browser; where there is none, its address is printed",
    group: "Showing",
    setting: false,
    default: false,
  }),
};
