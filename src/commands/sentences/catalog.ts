import { HooksError } from "../../errors.ts";

export function onePageAtATime(patterns: string, pages: number): HooksError {
  return new HooksError("USAGE", {
    message: `--open opens one page, and "${patterns}" is on ${pages}.`,
    hint: "Name one event or resource; without any, the list of all resources is opened.",
  });
}
