import { needsOf, schemeNames, type CredentialName } from "../../authentication/index.ts";
import { everyEvent, readTogether } from "../../events/index.ts";
import { listenDefaults } from "../../defaults.ts";
import { patterns } from "../domain-values.ts";
import { joinedOption, switchOption, valueOption } from "../option.ts";
import { choice, count, duration, headerText, nameAndSecret, port, size, text, urlPath } from "../values.ts";

const authenticationNames = schemeNames();

/** `the token for --auth token; or @file` */
function credentialHelp(name: CredentialName, what: string): string {
  const kinds = authenticationNames.filter((kind) => needsOf(kind).includes(name));
  return kinds.length === 0 ? `${what}; no --auth uses it yet` : `${what} for --auth ${kinds.join(", ")}; or @file`;
}

export const receiving = {
  port: valueOption({
    flag: "-p, --port <n>",
    help: "port to listen on",
    group: "Receiving",
    type: port,
  }),
  host: valueOption({
    flag: "--host <address>",
    help: "address of this machine to listen on",
    group: "Receiving",
    type: text,
    default: listenDefaults.host,
  }),
  path: valueOption({
    flag: "--path <path>",
    help: "path for webhooks; all other paths get 404",
    group: "Receiving",
    type: urlPath,
    defaultText: "every path; with a public address, /h/ and random characters, saved for this project",
  }),
  auth: valueOption({
    flag: "--auth <kind>",
    help: `what to require from the sender: ${authenticationNames.join(" or ")}`,
    brief: `what to require of senders: ${authenticationNames.join(" or ")}`,
    group: "Receiving",
    type: choice(authenticationNames),
    defaultText: "the kind that fits the given credentials, else none",
  }),
  token: valueOption({
    flag: "--token <secret>",
    help: credentialHelp("token", "the token"),
    group: "Receiving",
    type: headerText,
    secret: true,
  }),
  client: valueOption({
    flag: "--client <id:secret>",
    help: credentialHelp("client", "the client's id and secret"),
    group: "Receiving",
    type: nameAndSecret,
    secret: true,
  }),
  user: valueOption({
    flag: "--user <name:password>",
    help: credentialHelp("user", "the user's name and password"),
    group: "Receiving",
    type: nameAndSecret,
    secret: true,
  }),
  newToken: switchOption({
    flag: "--new-token",
    help: "generate a new token, or other credentials for --auth, and save them for this project",
    group: "Receiving",
    setting: false,
    default: false,
  }),
  showToken: switchOption({
    flag: "--show-token",
    help: "print the saved token or credentials of this project, and exit",
    group: "Receiving",
    setting: false,
    default: false,
  }),
  maxBody: valueOption({
    flag: "--max-body <size>",
    help: "largest body to accept; larger ones get 413",
    group: "Receiving",
    type: size,
    default: listenDefaults.maxBodyBytes,
  }),
  respond: valueOption({
    flag: "--respond <when>",
    help: "when to answer: recorded (once the event is on disk) or handler (with the answer of the handlers)",
    group: "Receiving",
    type: choice(["recorded", "handler"]),
    default: "recorded",
  }),
  events: joinedOption({
    flag: "-e, --events <patterns>",
    help: "only these events, such as subscription.*,!user",
    brief: "only these, such as subscription.*,!user",
    group: "Selecting",
    type: patterns,
    none: everyEvent,
    whole: readTogether,
  }),
  count: valueOption({
    flag: "--count <n>",
    help: "exit after this many events",
    group: "Ending",
    type: count,
    setting: false,
  }),
  untilEvent: valueOption({
    flag: "--until-event <pattern>",
    help: "exit after the first such event",
    group: "Ending",
    type: patterns,
    setting: false,
  }),
  for: valueOption({
    flag: "--for <duration>",
    help: "exit after this long; with status 1 if --count or --until-event is not reached",
    group: "Ending",
    type: duration,
    setting: false,
  }),
};
