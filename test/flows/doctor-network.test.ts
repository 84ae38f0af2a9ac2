import { expect, test } from "vitest";
import { doctoredMachine, linesOf, troubles } from "../harness/doctored-machine.ts";

const blocked = [
  "DNS Resolution    region1.v2.argotunnel.com  PASS    DNS Resolved successfully",
  "UDP Connectivity  region1.v2.argotunnel.com  FAIL    QUIC connection failed",
  "TCP Connectivity  region1.v2.argotunnel.com  FAIL    HTTP/2 connection is blocked or unreachable",
  "ERROR: Allow outbound QUIC traffic on port 7844 or use HTTP2.",
  "ERROR: Allow outbound TCP on port 7844.",
  "SUMMARY: Environment has critical failures. cloudflared may not be able to establish a tunnel.",
];

test("where nothing gets through cloudflared's own checks say so", async () => {
  const { doctor } = await doctoredMachine({ checks: blocked, neverConnects: true });
  const said = await doctor();
  expect([said.status, ...troubles(said)]).toEqual([
    1,
    "✖ port 7844     Neither TCP nor UDP gets through to Cloudflare.",
    "    Allow outbound QUIC traffic on port 7844 or use HTTP2.",
    "    Allow outbound TCP on port 7844.",
    "    To continue without cloudflared, use --no-tunnel, or --public-url with your own tunnel or proxy.",
    "1 failure.",
  ]);
});

test("checks that come after the connection are waited for", async () => {
  const udpBlocked = [...blocked.slice(0, 2), blocked[2]?.replace("FAIL", "PASS") ?? "", blocked[5] ?? ""];
  const { doctor } = await doctoredMachine({ checks: udpBlocked, checksAreLate: true });
  expect(troubles(await doctor())[0]).toBe("! port 7844     UDP is blocked, TCP works: listen uses TCP.");
});

test("a version without such checks is judged by its connection", async () => {
  const { doctor } = await doctoredMachine({ checks: [] });
  const said = await doctor();
  expect(said.status).toBe(0);
  expect(linesOf(said)).toEqual(
    expect.arrayContaining([
      "✓ dns           cloudflared can look up the names it needs.",
      "✓ port 7844     cloudflared reaches Cloudflare over TCP (http2).",
    ]),
  );
});

test("who was given too many tunnels learns nothing, and it is no failure", async () => {
  const { doctor } = await doctoredMachine({ failure: "rate limited" });
  const said = await doctor();
  expect([said.status, linesOf(said).at(-1)]).toEqual([0, "2 notes."]);
});
