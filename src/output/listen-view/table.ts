import type { CreateListenView } from "./view.ts";

/** How a session's events are shown. To add a form, write its file and give it a line here. */
export const listenViews = {
  pretty: {
    summary: "a readable body below each event",
    load: async (): Promise<CreateListenView> => (await import("./pretty.ts")).prettyView,
  },
  line: {
    summary: "one line an event",
    load: async (): Promise<CreateListenView> => (await import("./line.ts")).lineView,
  },
  json: {
    summary: "one JSON object a line",
    load: async (): Promise<CreateListenView> => (await import("./json.ts")).jsonView,
  },
} satisfies Record<string, { summary: string; load: () => Promise<CreateListenView> }>;

export type FormatName = keyof typeof listenViews;
