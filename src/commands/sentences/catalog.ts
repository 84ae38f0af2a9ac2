import { HooksError } from "../../errors.ts";

export function onePageAtATime(patterns: string, pages: number): HooksError {
  return new HooksError("USAGE", {
    message: `--open opens one page, but "${patterns}" matches ${pages}.`,
    hint: "Name one event or resource, or none for AppDirect's list of resources.",
  });
}
