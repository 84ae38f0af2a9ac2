import { listenDefaults } from "../defaults.ts";
import { defineCommand, type CommandInput } from "./command.ts";
import { oneTrust } from "./conflict.ts";

const names = [
  ...([
    "port",
    "host",
    "path",
    "auth",
    "token",
    "client",
    "user",
    "newToken",
    "showToken",
    "respond",
    "maxBody",
  ] as const),
  ...([
    "tunnel",
    "publicUrl",
    "tunnelToken",
    "tunnelProtocol",
    "keepTunnel",
    "exitOnDisconnect",
    "cloudflared",
    "copy",
    "printUrl",
    "readyFile",
  ] as const),
  ...(["events", "count", "untilEvent", "for"] as const),
  ...(["fixtures", "record", "redact", "keepSecrets"] as const),
  ...(["forwardTo", "exec", "header", "timeout", "skipVerify", "cacert", "format"] as const),
];
type ListenName = (typeof names)[number];

/** What shows or ends a session, which --show-token does not begin; settings may stand beside it. */
const ofSessions = ["copy", "printUrl", "readyFile", "count", "untilEvent", "for"] as const;

const own = {
  port: {
    default: listenDefaults.port,
    brief: `port to listen on (default: ${listenDefaults.port})`,
    defaultText: `${listenDefaults.port}, or a free one if another program has it`,
  },
};
/** What it works with. */
export type ListenInput = CommandInput<ListenName, typeof own>;

export const listen = defineCommand({
  description: "Receives AppDirect webhooks: checks, records, prints and forwards each event.",
  more: "The sender gets its 200 only once the event is on disk.",
  positionals: [
    {
      form: "[target…]",
      help: "handlers to forward to: 3000, localhost:3000/hooks, subscription.*,order=http://localhost:4001/hooks",
    },
  ],
  positionalLimit: Number.POSITIVE_INFINITY,
  options: names,
  own,
  firstDay: ["forwardTo", "tunnel", "keepTunnel", "port", "auth", "events", "fixtures", "format", "json", "verbose"],
  examples: [
    ["listen 3000", "open a public address; forward events to http://localhost:3000/"],
    ["listen --no-tunnel", "record and print what is sent to http://127.0.0.1:4747/"],
    ["listen -f 'subscription.*=4001' -f 'user,company=localhost:4002/crm'", "send each handler its own events"],
    ["listen --token @token.txt --count 1 --for 60s", "in CI: wait for one event with this token, else exit 1"],
    ["listen --public-url https://hooks.example.com", "use a public address of yours that reaches this machine"],
    ["listen --json | jq -c 'select(.type == \"event\").fixture.payload'", "print each payload, for other programs"],
  ],
  conflicts: [
    { does: "showToken", message: "--show-token prints the saved token and exits", not: ofSessions },
    {
      both: ["printUrl", "json"],
      message: "--print-url and --json both write the first line of standard output.",
      hint: 'Leave --print-url out: the "ready" line of --json has the url.',
    },
    {
      both: ["json", "format"],
      when: ({ format }) => format !== "json",
      message: "--format and --json both choose the output format.",
    },
    { both: ["record", "fixtures"], message: "--no-record writes no files, so --fixtures has no effect." },
    oneTrust,
    {
      only: ["respond", "header", "timeout", "skipVerify", "cacert"],
      beside: ["forwardTo", "exec"],
      orPositional: true,
      purpose: "a handler",
    },
  ],
  run: async (input, context) => (await import("./listen/run.ts")).runListen(input, context),
});
