import type { TargetAddress } from "../target.ts";
import type { SinkEntry } from "./sink.ts";

/** How an event reaches a target. To add a way, write its file, give it a line here and its address to TargetAddress. */
export const sinks = {
  http: {
    summary: "a POST to a URL",
    load: async () => (await import("./http/sink.ts")).createHttpSink,
  },
  command: {
    summary: "a program that is started for each event, the fixture on its standard input",
    load: async () => (await import("./command/sink.ts")).createCommandSink,
  },
} satisfies Record<TargetAddress["kind"], SinkEntry>;

export type SinkName = keyof typeof sinks;
export type { AttemptOptions, Sink, SinkEntry, SinkSurroundings } from "./sink.ts";
