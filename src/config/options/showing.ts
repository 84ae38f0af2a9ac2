import { views } from "../../output/views/table.ts";
import { switchOption, valueOption } from "../option.ts";
import { choice, namesOf } from "../values.ts";

const formatNames = namesOf(views);

export const showing = {
  format: valueOption({
    flag: "--format <form>",
    help: `how to show events: ${formatNames.map((name) => `${name} (${views[name].summary})`).join(", ")}`,
    brief: formatNames.map((name) => (name === "line" ? `${name} (${views.line.summary})` : name)).join(", "),
    group: "Showing",
    type: choice(formatNames),
    defaultText: "pretty in a terminal, line otherwise; json with --json",
  }),
  open: switchOption({
    flag: "--open",
    help: "open AppDirect's page about it in the browser, or print the address if there is no browser",
    group: "Showing",
    setting: false,
    default: false,
  }),
};
