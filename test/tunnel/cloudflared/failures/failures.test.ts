import { expect, test } from "vitest";
import { failureOf, type FailedRun } from "../../../../src/tunnel/cloudflared/failures/failures.ts";
import { Log } from "../../../../src/tunnel/cloudflared/process/log.ts";

/** A run that printed these lines, each as cloudflared does. */
function runOf(text: string, rest: Partial<FailedRun> = {}): FailedRun {
  const log = new Log([]);
  log.reader(() => undefined).take(Buffer.from(`${text}\n`));
  const usual = { program: "/bin/cloudflared", isNamed: false, protocol: "http2", forMs: 15_000, hasAddress: true };
  return { lines: log.lines, ...usual, ...rest };
}

/** Why a quick tunnel was not given; the process ends with status 1. */
test.each([
  [
    "decolua/9router#1545",
    `2026-05-29T09:25:34Z ERR Error unmarshaling QuickTunnel response: error code: 1015 error="invalid character 'e' looking for beginning of value" status_code="429 Too Many Requests"
failed to unmarshal quick Tunnel: invalid character 'e' looking for beginning of value`,
    "RATE_LIMITED",
    "trycloudflare.com is not giving this network any more quick tunnels right now (429).",
    "try again in minutes",
  ],
  [
    "cloudflare/cloudflared#972",
    "failed to unmarshal quick Tunnel: invalid character 'e' looking for beginning of value",
    "RATE_LIMITED",
    "trycloudflare.com gave no quick tunnel, most likely because this network requested too many.",
    "try again in minutes",
  ],
  [
    "cloudflare/cloudflared#1299",
    "failed to parse quick Tunnel ID: invalid UUID length: 0",
    "BAD_ANSWER",
    "trycloudflare.com answered, but gave no tunnel.",
    "try again",
  ],
  [
    "a page in place of an answer",
    "failed to unmarshal quick Tunnel: invalid character '<' looking for beginning of value",
    "BAD_ANSWER",
    "trycloudflare.com answered, but gave no tunnel.",
    "try again",
  ],
  [
    "cloudflare/cloudflared#555",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com on 127.0.0.11:53: no such host`,
    "NO_DNS",
    "This machine cannot look up api.trycloudflare.com (its DNS server is 127.0.0.11:53):",
    "try again",
  ],
  [
    "cloudflare/cloudflared#1593",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host`,
    "NO_DNS",
    "This machine cannot look up api.trycloudflare.com:",
    "try again",
  ],
  [
    "cloudflare/cloudflared#1684",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com on [::1]:53: read udp [::1]:44994->[::1]:53: read: connection refused`,
    "NO_DNS",
    "This machine cannot look up api.trycloudflare.com (its DNS server is [::1]:53):",
    "try again",
  ],
  [
    "cloudflare/cloudflared#547",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp 176.53.43.44:443: connect: connection refused`,
    "UNREACHABLE",
    "api.trycloudflare.com cannot be reached: connection refused.",
    "try again",
  ],
  [
    "Shopify/cli#3060",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`,
    "UNREACHABLE",
    "api.trycloudflare.com cannot be reached: context deadline exceeded (Client.Timeout exceeded while awaiting headers).",
    "try again",
  ],
  [
    "a proxy that reads TLS",
    `failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": x509: certificate signed by unknown authority`,
    "INTERCEPTED",
    "Something between this machine and Cloudflare intercepts TLS connections, and cloudflared does not trust it (certificate signed by unknown authority).",
    "give up",
  ],
])("why no quick tunnel was given is told: %s", (_, text, code, message, remedy) => {
  const requesting = "2026-05-29T09:25:34Z INF Requesting new quick Tunnel on trycloudflare.com...";
  const { trouble, remedy: told } = failureOf(runOf(`${requesting}\n${text}`, { status: 1 }));
  expect([trouble.code, trouble.message.slice(0, message.length), told]).toEqual([code, message, remedy]);
});

/** Why there is no connection; the process goes on trying. */
test.each([
  [
    "homeassistant-apps/app-cloudflared#751",
    `2024-12-13T03:15:02Z ERR Failed to dial a quic connection error="failed to dial to edge with quic: timeout: no recent network activity" connIndex=0 event=0 ip=198.41.200.33
2024-12-13T03:15:02Z INF Retrying connection in up to 1m4s connIndex=0 event=0 ip=198.41.200.33`,
    "No connection over quic after 15 s: UDP port 7844 does not get through.",
  ],
  [
    "cloudflare/cloudflared#513",
    "2021-11-26T00:00:00Z ERR Failed to create new quic connection, err: failed to dial to edge: INTERNAL_ERROR: write udp 0.0.0.0:46926->198.41.192.227:7844: sendto: operation not permitted",
    "No connection over quic after 15 s: UDP port 7844 does not get through.",
  ],
  [
    "cloudflare/cloudflared#840",
    `2022-12-07T07:52:13Z ERR Unable to establish connection with Cloudflare edge error="DialContext error: dial tcp 198.41.200.13:7844: i/o timeout" connIndex=0 ip=198.41.200.13
2022-12-07T07:52:13Z ERR Serve tunnel error error="DialContext error: dial tcp 198.41.200.13:7844: i/o timeout" connIndex=0 ip=198.41.200.13
2022-12-07T07:52:13Z INF Retrying connection in up to 1m4s connIndex=0 ip=198.41.200.13`,
    "No connection over http2 after 15 s: TCP port 7844 does not get through.",
  ],
  [
    "cloudflare/cloudflared#840, its last lines",
    `2022-12-07T07:52:13Z ERR Serve tunnel error error="DialContext error: dial tcp 198.41.200.13:7844: i/o timeout" connIndex=0 ip=198.41.200.13
2022-12-07T07:52:13Z INF Retrying connection in up to 1m4s connIndex=0 ip=198.41.200.13`,
    "No connection over http2 after 15 s: TCP port 7844 does not get through.",
  ],
  [
    "WisdomSky/Cloudflared-web#57",
    `2024-12-18T00:48:43Z ERR Unable to establish connection with Cloudflare edge error="TLS handshake with edge error: read tcp 192.168.80.106:41786->198.18.0.50:7844: read: connection reset by peer" connIndex=0 event=0 ip=198.18.0.50`,
    "No connection over http2 after 15 s: TCP port 7844 does not get through.",
  ],
])("a blocked port is told, and the other protocol tried: %s", (_, text, message) => {
  const { trouble, remedy } = failureOf(runOf(text));
  expect([trouble.code, trouble.message, remedy]).toEqual(["BLOCKED", message, "try the other protocol"]);
});

test("what its own checks found is told without the table around it", () => {
  // itdoginfo/podkop#370
  const table = `2026-06-02T09:58:47Z INF |  UDP Connectivity  region1.v2.argotunnel.com  FAIL    QUIC connection failed                       |
2026-06-02T09:58:47Z INF |  Cloudflare API    api.cloudflare.com:443     PASS    API is reachable                             |
2026-06-02T09:58:47Z INF |  ERROR: Allow outbound QUIC traffic on port 7844 or use HTTP2.                                     |
2026-06-02T09:58:47Z INF +--------------------------------------------------------------------------------------------+`;
  expect(failureOf(runOf(table))).toMatchObject({
    trouble: {
      code: "PORT_7844",
      message: "A network check of cloudflared failed: Allow outbound QUIC traffic on port 7844 or use HTTP2.",
    },
    remedy: "try the other protocol",
  });
});

const unauthorized = (
  why: string,
) => `2024-09-11T21:31:15Z ERR failed to serve incoming request error="Unauthorized: ${why}"
2024-09-11T21:31:15Z ERR Register tunnel error from server side error="Unauthorized: ${why}" connIndex=0 event=0 ip=198.41.192.77
2024-09-11T21:31:15Z INF Retrying connection in up to 1m4s connIndex=0 event=0 ip=198.41.192.77`;

// STRRL/cloudflare-tunnel-ingress-controller#119, cloudflare/cloudflared#496 and #426
test.each(["Failed to get tunnel", "Record for tunnel not found", "Invalid tunnel secret"])(
  "a named tunnel that is gone is given up, a quick one asked for anew: %s",
  (why) => {
    const failures = [true, false].map((isNamed) => failureOf(runOf(unauthorized(why), { isNamed })));
    expect(failures.map(({ trouble, remedy }) => [trouble.code, trouble.message, remedy])).toEqual([
      ["TUNNEL_GONE", `Cloudflare does not know the tunnel of this token (${why}).`, "give up"],
      ["TUNNEL_GONE", `Cloudflare no longer knows the quick tunnel (${why}).`, "try again"],
    ]);
  },
);

test.each([
  [
    "Provided Tunnel token is not valid.\nSee 'cloudflared tunnel run --help'.",
    255,
    "BAD_TOKEN",
    "cloudflared rejects the token of the tunnel: it is not valid.",
    "give up",
  ],
  [
    "Incorrect Usage: flag provided but not defined: -grace-period\n\nNAME:\n   cloudflared tunnel",
    0, // it leaves with that all the same
    "UNKNOWN_FLAG",
    "This cloudflared is too old: it does not know --grace-period.",
    "give up",
  ],
  [
    'Error opening metrics server listener error="listen tcp 127.0.0.1:20241: bind: address already in use"',
    1,
    "PORT_TAKEN",
    "Another program is using the port on which cloudflared reports its state.",
    "try again",
  ],
  [
    "error parsing YAML in config file at /etc/cloudflared/config.yml: yaml: line 1",
    1,
    "ENDED",
    "cloudflared ended unexpectedly (exit 1).",
    "try again",
  ],
  ["bye", 0, "ENDED", "cloudflared ended unexpectedly (exit 0).", "give up"],
  ["bye", "SIGKILL", "ENDED", "cloudflared ended unexpectedly (SIGKILL).", "try again"],
  ["", 2, "ENDED", "cloudflared ended unexpectedly (exit 2), without output.", "try again"],
  ["bye", 11, "ENDED", "cloudflared replaced itself with a newer version.", "try again"],
])("an end is explained: %j, %s", (text, status, code, message, remedy) => {
  const failure = failureOf(runOf(text, { status }));
  expect([failure.trouble.code, failure.trouble.message, failure.remedy]).toEqual([code, message, remedy]);
});

test("where nothing is known the last six lines are shown", () => {
  const { trouble } = failureOf(runOf("1\n2\n3\n4\n5\n6\n7\n8", { status: 1 }));
  expect(trouble.output).toEqual(["3", "4", "5", "6", "7", "8"]);
});

test("where the cause is known no lines are shown", () => {
  const { trouble } = failureOf(runOf("failed to parse quick Tunnel ID: invalid UUID length: 0", { status: 1 }));
  expect(trouble).not.toHaveProperty("output");
});

test("who has no connection and no cause for it is shown what it said, and tries the other protocol", () => {
  const failure = failureOf(runOf("2023-11-08T18:37:51Z INF Starting tunnel", { protocol: "quic", forMs: 400 }));
  expect(failure).toEqual({
    trouble: {
      code: "NO_CONNECTION",
      message: "cloudflared has no connection over quic.",
      output: ["Starting tunnel"],
    },
    remedy: "try the other protocol",
  });
});

test.each([
  ["ENOENT", "it is gone, or a file that it needs is missing"],
  ["EACCES", "this user may not run it (chmod +x makes it executable)"],
  ["ENOEXEC", "it is not a program for this machine, or is incomplete"],
  ["EBADARCH", "it is a program for another kind of processor"],
])("a program that does not start (%s) is named, and given up", (status, why) => {
  const { trouble, remedy } = failureOf(runOf("", { status }));
  expect(trouble).toMatchObject({ code: "NOT_STARTED", message: `/bin/cloudflared cannot be started: ${why}.` });
  expect([trouble.hint?.includes("--cloudflared"), remedy]).toEqual([true, "give up"]);
});

test("what the system has too little of for a moment is tried again", () => {
  expect(failureOf(runOf("", { status: "EMFILE" })).remedy).toBe("try again");
});

test.each([
  "x509: ",
  "failed to request quick Tunnel: ",
  "lookup x: no such host",
  "flag provided but not defined: -x",
  "Failed to dial a quic connection",
  "Provided Tunnel token is not valid.",
  unauthorized("Failed to get tunnel"),
  "|  ERROR: Allow outbound TCP on port 7844.  |",
  "Requesting new quick Tunnel on trycloudflare.com...",
])("a sentence has neither an ellipsis nor a value that is missing: %s", (text) => {
  const troubles = [undefined, 0, 1, "ENOENT", "SIGTERM"].map((status) => failureOf(runOf(text, { status })).trouble);
  const sentences = troubles.map(({ message, hint = "" }) => `${message} ${hint}`).join("\n");
  expect(sentences).not.toMatch(/\.\.|…|undefined|null|NaN|\(\)/);
});
