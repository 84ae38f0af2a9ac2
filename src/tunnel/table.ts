export { protocols, type TunnelProtocol } from "./protocols.ts";
import type { CreateTunnelProvider, TunnelNeed } from "./provider.ts";

/** A kind of tunnel: what it is in a few words, the options that it needs, and its code. */
export interface TunnelEntry {
  summary: string;
  needs: readonly TunnelNeed[];
  /** Whether it is cloudflared's, and what is said of that program counts. */
  runsCloudflared?: true;
  load(): Promise<CreateTunnelProvider>;
}

/** The ways from the world to the listener. To add one, write its file and give it a line here. */
export const tunnels = {
  quick: {
    summary: "a cloudflared quick tunnel, without an account",
    needs: [],
    runsCloudflared: true,
    load: async () => (await import("./quick.ts")).quick,
  },
  given: {
    summary: "your own tunnel or proxy, with its address in --public-url",
    needs: ["publicUrl"],
    load: async () => (await import("./given.ts")).given,
  },
  named: {
    summary: "your own cloudflared tunnel",
    needs: ["publicUrl", "tunnelToken"],
    runsCloudflared: true,
    load: async () => (await import("./named.ts")).named,
  },
} satisfies Record<string, TunnelEntry>;

export type TunnelName = keyof typeof tunnels;
