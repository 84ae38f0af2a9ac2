import type { CreateView } from "./view.ts";

/** How a session's events are shown. To add a form, write its file and give it a line here. */
export const views = {
  pretty: {
    summary: "a readable summary of each event",
    load: async (): Promise<CreateView> => (await import("./pretty.ts")).prettyView,
  },
  line: {
    summary: "one line per event",
    load: async (): Promise<CreateView> => (await import("./line.ts")).lineView,
  },
  json: {
    summary: "one JSON object per line",
    load: async (): Promise<CreateView> => (await import("./json.ts")).jsonView,
  },
} satisfies Record<string, { summary: string; load: () => Promise<CreateView> }>;

export type FormatName = keyof typeof views;
