import { aboutText } from "../../../duration.ts";
import type { TunnelTrouble } from "../../provider.ts";
import { registered } from "../process/facts.ts";
import { notStarted, otherWays, whyNotStarted } from "./not-started.ts";

/** Why cloudflared has no connection, and what is to be done about it. */
export interface Failure {
  trouble: TunnelTrouble;
  remedy: Remedy;
}

export type Remedy =
  /** Waiting does not mend it. */
  | "give up"
  | "try again"
  /** Asking again at once would make it worse. */
  | "try again in minutes"
  /** The network does not let the chosen one through. */
  | "try the other protocol";

/** What cloudflared did when it failed. */
export interface FailedRun {
  lines: readonly string[];
  /** Exit status, signal, or the code of why it did not start; undefined where it still runs, without a connection. */
  status?: number | string;
  program: string;
  isNamed: boolean;
  protocol: string;
  /** How long it had no connection, in ms. */
  forMs: number;
  hasAddress: boolean;
  /** Whether it is connected, and its name has not had its time yet. */
  isConnected?: boolean;
}

interface KnownFailure extends Omit<TunnelTrouble, "output" | "message"> {
  pattern: RegExp;
  message: string | ((run: FailedRun, found: RegExpExecArray) => string);
  remedy: Remedy;
  /** Without it, for every kind of tunnel. */
  isNamed?: boolean;
}

/** The lines are those of issues at cloudflare/cloudflared and of its source; the first that fits is taken. */
const known: readonly KnownFailure[] = [
  {
    code: "RATE_LIMITED",
    pattern: /status_code="?429|error code: 1015|429 Too Many Requests/,
    message: "trycloudflare.com is not giving this network any more quick tunnels right now (429).",
    hint: `Other networks may still get one. ${otherWays}`,
    remedy: "try again in minutes",
  },
  {
    code: "BAD_ANSWER",
    pattern: /status_code="?(5\d\d)/,
    message: (_, [, status = ""]) => `trycloudflare.com answered with an error (${status}), and gave no tunnel.`,
    hint: "The problem is on its side and usually ends soon.",
    remedy: "try again",
  },
  {
    code: "RATE_LIMITED",
    pattern: /failed to unmarshal quick Tunnel: invalid character 'e'/, // the beginning of "error code: 1015"
    message: "trycloudflare.com gave no quick tunnel, most likely because this network requested too many.",
    hint: `Other networks may still get one. ${otherWays}`,
    remedy: "try again in minutes",
  },
  {
    code: "BAD_ANSWER",
    pattern: /failed to (?:unmarshal|parse|read) quick[ -]tunnel|Error unmarshaling QuickTunnel response/i,
    message: "trycloudflare.com answered, but gave no tunnel.",
    hint: "The problem is on its side and usually ends soon.",
    remedy: "try again",
  },
  {
    code: "INTERCEPTED",
    pattern: /x509: ([^"]*)/,
    message: (_, [, why = ""]) =>
      `Something between this machine and Cloudflare intercepts TLS connections, and cloudflared does not trust it (${why}).`,
    hint: `cloudflared does not work with such a proxy: exclude *.trycloudflare.com and *.argotunnel.com from it. ${otherWays}`,
    remedy: "give up",
  },
  {
    code: "NO_DNS",
    pattern:
      /lookup (\S+?)(?: on (\S+?))?: (?:no such host|read udp .*|server misbehaving|.*i\/o timeout|Temporary failure in name resolution)/,
    message: (_, [, name = "a name", server]) =>
      `This machine cannot look up ${name}${server === undefined ? "" : ` (its DNS server is ${server})`}: there is no internet connection, or its DNS does not resolve this name.`,
    hint: `Some companies block the names of tunnels in their DNS. ${otherWays}`,
    remedy: "try again",
  },
  {
    code: "UNREACHABLE",
    pattern: /failed to request quick Tunnel: (.*)/,
    message: (_, [, why = ""]) => `api.trycloudflare.com cannot be reached: ${lastPart(why)}.`,
    hint: `The firewall must allow TCP port 443 to api.trycloudflare.com and port 7844 to Cloudflare. cloudflared does not use proxies. ${otherWays}`,
    remedy: "try again",
  },
  {
    code: "BAD_TOKEN",
    pattern: /Provided Tunnel token is not valid/,
    message: "cloudflared rejects the token of the tunnel: it is not valid.",
    hint: "Copy the whole token from Cloudflare's dashboard into APPDIRECT_HOOKS_TUNNEL_TOKEN, or into the file of --tunnel-token.",
    remedy: "give up",
  },
  {
    code: "TUNNEL_GONE",
    isNamed: true,
    pattern: /Unauthorized: (.*?)"/,
    message: (_, [, why = ""]) => `Cloudflare does not know the tunnel of this token (${why}).`,
    hint: "It was deleted, or its token was changed. Copy the token again from Cloudflare's dashboard.",
    remedy: "give up",
  },
  {
    code: "TUNNEL_GONE",
    pattern: /Unauthorized: (.*?)"/,
    message: (_, [, why = ""]) => `Cloudflare no longer knows the quick tunnel (${why}).`,
    remedy: "try again",
  },
  {
    code: "UNKNOWN_FLAG",
    pattern: /flag provided but not defined: (-\S+)/,
    message: (_, [, flag = ""]) => `This cloudflared is too old: it does not know ${flag.replace(/^-+/, "--")}.`,
    hint: "Install a newer one, or name another with --cloudflared.",
    remedy: "give up",
  },
  {
    code: "NOT_STARTED", // the system hands what is no program to a shell
    pattern: /: (?:line )?\d+: .*(?:not found|[Ss]yntax error)|Exec format error|cannot execute binary/,
    message: ({ program }) => `${program} cannot be started: ${whyNotStarted["ENOEXEC"]}.`,
    hint: `Reinstall cloudflared, or name another with --cloudflared. ${otherWays}`,
    remedy: "give up",
  },
  {
    code: "PORT_TAKEN",
    pattern: /Error opening metrics server listener/,
    message: "Another program is using the port on which cloudflared reports its state.",
    remedy: "try again",
  },
  {
    code: "BLOCKED",
    pattern: /Failed to (?:dial a|create new) quic connection/,
    message: ({ forMs }) => `No connection over quic${after(forMs)}: UDP port 7844 does not get through.`,
    hint: `The firewall must allow UDP port 7844 to Cloudflare. ${otherWays}`,
    remedy: "try the other protocol",
  },
  {
    code: "BLOCKED",
    pattern: /DialContext error: |TLS handshake with edge error|Unable to establish connection with Cloudflare edge/,
    message: ({ forMs }) => `No connection over http2${after(forMs)}: TCP port 7844 does not get through.`,
    hint: `The firewall must allow TCP port 7844 to Cloudflare. ${otherWays}`,
    remedy: "try the other protocol",
  },
  {
    code: "PORT_7844",
    pattern: /ERROR: (.*?)\s*\|?$/, // of its own checks, in a table
    message: (_, [, why = ""]) => `A network check of cloudflared failed: ${why.replace(/\.$/, "")}.`,
    hint: otherWays,
    remedy: "try the other protocol",
  },
];

/** What the lines tell. Where they tell nothing that we know, they are shown. */
export function failureOf(run: FailedRun): Failure {
  if (typeof run.status === "string" && !run.status.startsWith("SIG")) return notStarted(run.program, run.status);
  if (run.isConnected === true) {
    const message = "The tunnel is connected, but its name is not published yet.";
    return { trouble: { code: "NOT_PUBLISHED", message }, remedy: "try again" };
  }
  // What was in the way of an earlier connection is not in the way of this one.
  const lines = run.lines.slice(run.lines.findLastIndex((line) => registered.test(line)) + 1);
  for (const { pattern, message, hint, remedy, code, isNamed } of known) {
    const found = isNamed === undefined || isNamed === run.isNamed ? lastMatch(lines, pattern) : undefined;
    if (found === undefined) continue;
    const words = typeof message === "string" ? message : message(run, found);
    return {
      trouble: { code, message: words, ...(hint !== undefined && { hint }) },
      remedy,
    };
  }
  return unknownFailure(run);
}

function unknownFailure({ lines, status, protocol, forMs, hasAddress }: FailedRun): Failure {
  const output = lines.slice(-shownLines);
  if (status === undefined && !hasAddress) {
    const message = `cloudflared got no address${after(forMs)}.`;
    return { trouble: { code: "NO_ADDRESS", message, output }, remedy: "try again" };
  }
  if (status === undefined)
    return {
      trouble: {
        code: "NO_CONNECTION",
        message: `cloudflared has no connection over ${protocol}${after(forMs)}.`,
        output,
      },
      remedy: "try the other protocol",
    };
  if (status === updated)
    return {
      trouble: { code: "ENDED", message: "cloudflared replaced itself with a newer version." },
      remedy: "try again",
    };
  const how = typeof status === "number" ? `exit ${status}` : status;
  const message = `cloudflared ended unexpectedly (${how})${output.length === 0 ? ", without output" : ""}.`;
  return {
    trouble: { code: "ENDED", message, hint: otherWays, output },
    // An exit without an error is one that it meant, such as after a wrong flag.
    remedy: status === 0 ? "give up" : "try again",
  };
}

const shownLines = 6;
/** Source: cmd/cloudflared/updater in cloudflare/cloudflared. */
const updated = 11;

function lastMatch(lines: readonly string[], pattern: RegExp): RegExpExecArray | undefined {
  for (const line of lines.toReversed()) {
    const found = pattern.exec(line);
    if (found !== null) return found;
  }
  return undefined;
}

/** `Post "https://…": dial tcp 1.2.3.4:443: connect: connection refused` → `connection refused` */
function lastPart(text: string): string {
  return text.split(": ").at(-1) ?? text;
}

function after(ms: number): string {
  return ms < 1_000 ? "" : ` after ${aboutText(ms)}`;
}
