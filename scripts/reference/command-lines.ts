/** A line that a command prints with `--json`. */
export interface CommandLine {
  command: string;
  /** Its name in the heading. */
  line: string;
  doc: string;
  /** A type that ends in `?` may be missing. */
  fields: readonly (readonly [name: string, type: string, doc: string])[];
}

/** The lines of other commands than `listen`; a sample of each, in this order, is in command-line-samples.ndjson. */
export const commandLines: readonly CommandLine[] = [
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
      ["failures", "object[]", "`why` they failed, and the `count`; most frequent first"],
      ["reachedAny", "boolean", "whether any attempt reached a target"],
      ["selected", "number", "how many fixtures were selected"],
      ["unreadable", "number", "how many of them could not be read"],
      ["untaken", "number", "how many no target takes"],
      ["interrupted", "boolean", "whether it was stopped before everything was sent"],
      ["durationMs", "number", "how long it ran, in ms, to 0.1 ms"],
      ["latencyMs", "object?", "`p50`, `p95` and `p99` of the answers, in ms; missing if nothing answered"],
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
  {
    command: "generate",
    line: "file",
    doc: "With `--out`: a file that was written. Without `--out` and `--to`, each line is a payload, as in [events](../events.md).",
    fields: [
      ["event", "string", "its name"],
      ["file", "string", "the file, an absolute path"],
    ],
  },
  {
    command: "validate",
    line: "document",
    doc: "A document that was checked.",
    fields: [
      ["name", "string", "the document, as `validate` shows it"],
      ["file", "string?", "its file, an absolute path; missing for standard input"],
      ["event", "string?", "its name; missing if nothing of it could be read"],
      ["valid", "boolean", "whether it has no errors"],
      [
        "issues",
        "object[]",
        "what was found: `severity` (`error` or `note`), `kind`, `path`, `line` and `column` (from 1, missing if unknown), `found`, `documented`, `advice` (missing if there is none), `message`",
      ],
      ["more", "true?", "there are more issues than these; missing otherwise"],
    ],
  },
  {
    command: "events",
    line: "event",
    doc: "An event; [its fields](../events.md#for-programs) have a page.",
    fields: [
      ["event", "string?", "its name; missing for a resource"],
      ["resource", "string", "its resource"],
      ["action", "string?", "`ADDED`, `CHANGED` or `REMOVED`; missing for a resource"],
      ["when", "string?", "when it is sent; missing for a resource"],
      ["whenCertainty", "string?", "`documented`, `seen` or `inferred`; missing for a resource"],
      ["type", "string", "the value of `resource.type`"],
      ["typeCertainty", "string", "as in `whenCertainty`"],
      ["otherTypes", "string[]", "others that may mean the same"],
      ["url", "string?", "path and query of `resource.url`; missing if unknown"],
      ["urlCertainty", "string?", "as in `whenCertainty`; missing without `url`"],
      ["source", "string", "the address of AppDirect's page"],
      ["shape", "string", "where the content's fields come from"],
      ["open", "boolean", "whether any object is valid content"],
      ["summary", "string?", "what it is; missing in a list"],
      ["uncertain", "string[]?", "what is not known; missing in a list"],
      ["events", "object[]?", "the events of a resource; missing for an event"],
      ["fields", "object[]?", "the fields; missing in a list"],
      ["sample", "object?", "a generated payload, or the content of a resource; missing in a list or if unknown"],
    ],
  },
  {
    command: "events",
    line: "page",
    doc: "With `--open`: the page.",
    fields: [
      ["source", "string", "the address of AppDirect's page"],
      ["opened", "boolean", "whether a browser was opened"],
      ["reason", "string?", "why not; missing if it was opened"],
    ],
  },
  {
    command: "doctor",
    line: "finding",
    doc: "What a check found.",
    fields: [
      ["check", "string", "the name of the check"],
      ["state", "string", "`ok`, `note`, `failure` or `skipped`"],
      ["message", "string", "what was found, in a sentence"],
      ["mend", "string[]", "how to fix it, line by line; empty if there is nothing to do"],
    ],
  },
  {
    command: "tunnel status",
    line: "tunnel",
    doc: "A kept tunnel.",
    fields: [
      ["project", "string?", "its project, an absolute path; missing if it was left behind"],
      ["current", "boolean?", "whether it is the tunnel of this project; missing if it was left behind"],
      ["version", "string?", "the version of appdirect-hooks that keeps it; missing if it was left behind"],
      ["pid", "number", "the process id of its holder, or of a tunnel that was left behind"],
      ["url", "string?", "its public address; missing if there is none yet"],
      ["kind", "string?", "the kind of tunnel; missing if it does not answer"],
      ["state", "string", "`unknown` if it does not answer; `left behind` by a killed `listen`"],
      ["port", "number?", "its port; missing if it does not answer"],
      ["openedAt", "string?", "an ISO 8601 time; missing if it does not answer"],
      ["usedBy", "number?", "the process id of the `listen` that uses it; missing if none does"],
      ["idleSince", "string?", "an ISO 8601 time; missing if a `listen` uses it or none ever did"],
      ["endsAt", "string?", "an ISO 8601 time; missing if a `listen` uses it"],
      ["refused", "number?", "how many requests got 503 since `listen` ended; missing if it does not answer"],
    ],
  },
  {
    command: "tunnel stop",
    line: "stopped",
    doc: "A tunnel that was stopped.",
    fields: [
      ["stopped", "string", "`tunnel`, or `stray` if a killed `listen` left it behind"],
      ["project", "string?", "its project, an absolute path; missing for a stray"],
      ["url", "string?", "its public address; missing for a stray, or if there was none"],
      ["pid", "number?", "the process id of a stray; missing for a tunnel"],
    ],
  },
  {
    command: "demo",
    line: "step",
    doc: "A step begins. The other lines are those of `listen` and the `delivery` of `replay`.",
    fields: [
      ["type", "string", "`step`"],
      ["step", "string", "`listening`, `purchase` or `replay`"],
      ["handler", "string", "the address of the handler"],
    ],
  },
  {
    command: "demo",
    line: "handler",
    doc: "What an event made the handler do.",
    fields: [
      ["type", "string", "`handler`"],
      ["did", "string", "a sentence"],
    ],
  },
  {
    command: "demo",
    line: "end",
    doc: "The last line.",
    fields: [
      ["type", "string", "`end`"],
      ["sent", "number", "how many events were sent"],
      ["delivered", "number", "how many reached the handler"],
      ["replayed", "boolean", "whether the last event was resent"],
      ["crm", "object", "what the handler has: `companies`, `contacts`, `deals`"],
      ["interrupted", "boolean", "whether it was stopped"],
      ["folder", "string", "the folder of the recordings, an absolute path"],
    ],
  },
  {
    command: "error",
    line: "error",
    doc: "Every command, on stderr: what stopped it. See [errors](errors.md#errors).",
    fields: [
      [
        "error",
        "object",
        "`code`, stable; `message`, a sentence; `hint`, what to do, missing if there is nothing to do",
      ],
    ],
  },
];
