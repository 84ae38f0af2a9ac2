import { views } from "../../output/views/table.ts";
import { valueOption } from "../option.ts";
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
};
