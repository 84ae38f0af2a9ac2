import { expect, test } from "vitest";
import { needsOfTunnel, tunnelNames, tunnels, type TunnelName } from "../../src/tunnel/index.ts";
import { testTunnel, tokenOfTest, type TunnelStage } from "./tunnel-suite.ts";

const publicUrl = "https://hooks.example.com";

const stages: Record<TunnelName, TunnelStage> = {
  quick: {
    options: ({ file }) => ({ cloudflared: file }),
    url: /^https:\/\/[a-z\d-]+\.trycloudflare\.com$/,
    hasProgram: true,
    warnings: [],
    keepsAddress: false,
  },
  given: {
    options: () => ({ publicUrl }),
    url: /^https:\/\/hooks\.example\.com$/,
    hasProgram: false,
    warnings: [],
    keepsAddress: true,
  },
  named: {
    options: ({ file }) => ({ publicUrl, tunnelToken: tokenOfTest, cloudflared: file }),
    url: /^https:\/\/hooks\.example\.com$/,
    hasProgram: true,
    warnings: ["SHARED_TOKEN"],
    keepsAddress: true,
  },
};

const names = tunnelNames().filter((name) => name in stages);

test("every kind of tunnel says what it is and what it needs, and is tested here", () => {
  expect(names).toEqual(Object.keys(stages));
  expect(Object.values(tunnels).map(({ summary }) => /^[a-z].+[^.]$/.test(summary))).toEqual(names.map(() => true));
  expect(names.map((name) => needsOfTunnel(name).length)).toEqual([0, 1, 2]);
});

for (const name of names) testTunnel(name, name, stages[name]);
