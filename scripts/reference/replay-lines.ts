/** A line that a command prints with `--json`. */
export interface CommandLine {
  command: string;
  /** Its name in the heading. */
  line: string;
  doc: string;
  /** A type that ends in `?` may be missing. */
  fields: readonly (readonly [name: string, type: string, doc: string])[];
}

export const replayLines: readonly CommandLine[] = [
  {
    command: "replay",
    line: "delivery",
    doc: "A delivery; the same for `generate --to`.",
    fields: [
      ["type", "string", "`delivery`"],
      ["number", "number", "counts the deliveries from 1"],
      ["name", "string", "the fixture, as `replay` shows it"],
      ["file", "string?", "its file, an absolute path; missing if it is in none"],
      ["event", "string", "its name"],
      ["uuid", "string?", "its uuid; missing if it has none"],
      ["target", "string", "the target, without secrets"],
      ["delivered", "boolean", "whether the target accepted it"],
      ["status", "number?", "the HTTP status or the exit code; missing if there was no answer"],
      ["ms", "number", "how long it took, in ms"],
      ["error", "string?", "what went wrong; missing if it was delivered"],
      ["body", "string?", "as in [delivery](#delivery)"],
      ["output", "string?", "as in [delivery](#delivery)"],
      ["errorOutput", "string?", "as in [delivery](#delivery)"],
      ["attempts", "number?", "with `--retry`: how many attempts were made; missing if it was one"],
    ],
  },
  {
    command: "replay",
    line: "attempt",
    doc: "With `--retry`: an attempt that failed and is followed by another. The last one is a `delivery`.",
    fields: [
      ["type", "string", "`attempt`"],
      ["attempt", "number", "counts the attempts of this delivery from 1"],
      ["of", "number", "how many there are at most"],
      ["name", "string", "the fixture, as `replay` shows it"],
      ["event", "string", "its name"],
      ["uuid", "string?", "its uuid; missing if it has none"],
      ["target", "string", "the target, without secrets"],
      ["delivered", "boolean", "`false`"],
      ["status", "number?", "the HTTP status or the exit code; missing if there was no answer"],
      ["ms", "number", "how long it took, in ms"],
      ["error", "string", "what went wrong"],
      ["body", "string?", "as in [delivery](#delivery)"],
      ["output", "string?", "as in [delivery](#delivery)"],
      ["errorOutput", "string?", "as in [delivery](#delivery)"],
      ["inMs", "number", "how long until the next attempt, in ms"],
    ],
  },
  {
    command: "replay",
    line: "end",
    doc: "The last line; the same for `generate --to`.",
    fields: [
      ["type", "string", "`end`"],
      ["delivered", "number", "how many deliveries were accepted"],
      ["sent", "number", "how many were attempted"],
      ["failed", "number", "how many were not accepted"],
      [
        "failures",
        "object[]",
        "`why` they failed, the `count`, and the first of them as `example` (`name`, `event`, `target`, `detail`); most frequent first",
      ],
      ["retries", "number", "how many attempts were made beyond the first of each delivery"],
      ["reachedAny", "boolean", "whether any attempt reached a target"],
      ["selected", "number", "how many fixtures were selected"],
      ["unreadable", "number", "how many of them could not be read"],
      ["untaken", "number", "how many no target takes"],
      ["interrupted", "boolean", "whether it was stopped before everything was sent"],
      ["durationMs", "number", "how long it ran, in ms, to 0.1 ms"],
      [
        "latencyMs",
        "object?",
        "`p50`, `p90`, `p95`, `p99`, `p999` (99.9 %) and `max` of the answers, in ms, with `--rate` or `--pace` from when each delivery was due; missing if nothing answered",
      ],
      ["behindMs", "number?", "with `--rate` or `--pace`: how late the last delivery was sent, in ms"],
    ],
  },
  {
    command: "replay",
    line: "request",
    doc: "With `--dry-run`: a delivery that is not made, without secrets.",
    fields: [
      ["type", "string", "`request`"],
      ["method", "string?", "`POST`; missing for a command"],
      ["url", "string?", "the address; missing for a command"],
      ["headers", "string[][]?", "pairs of name and value; missing for a command"],
      ["body", "object?", "`encoding`, `utf8` or `base64`, and `data`; missing for a command"],
      ["command", "string[]?", "the program and its arguments; missing for a URL"],
      ["event", "string?", "its name; missing for a URL"],
      ["input", "string?", "what the command gets on standard input; missing for a URL"],
    ],
  },
];
