import { needsOf, schemeNames, type CredentialName } from "../../authentication/index.ts";
import { joinPatterns } from "../../events/index.ts";
import { listenDefaults } from "../../defaults.ts";
import { patterns } from "../domain-values.ts";
import { joinedOption, switchOption, valueOption } from "../option.ts";
import { choice, count, duration, headerText, nameAndSecret, port, size, text, urlPath } from "../values.ts";

const authenticationNames = schemeNames();

/** `the token for --auth token; or @file` */
function credentialHelp(name: CredentialName, what: string): string {
  const kinds = authenticationNames.filter((kind) => needsOf(kind).includes(name));
  const forKinds =
    kinds.length === 0 ? "a kind of --auth that needs it; so far none does" : `--auth ${kinds.join(", ")}`;
  return `${what} for ${forKinds}; or @file`;
}

export const receiving = {
  port: valueOption({
    flag: "-p, --port <n>",
    help: "where it listens",
    group: "Receiving",
    type: port,
  }),
  host: valueOption({
    flag: "--host <address>",
    help: "the address of this machine it listens on",
    group: "Receiving",
    type: text,
    default: listenDefaults.host,
  }),
  path: valueOption({
    flag: "--path <path>",
    help: "the path that takes webhooks; every other one gets 404",
    group: "Receiving",
    type: urlPath,
    defaultText: "with a public address /h/ and random characters kept for the project, else every path",
  }),
  auth: valueOption({
    flag: "--auth <kind>",
    help: `what the sender must present: ${authenticationNames.join(" or ")}`,
    group: "Receiving",
    type: choice(authenticationNames),
    defaultText: "the kind that fits what is given, else none",
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
    help: "make another token, or what else --auth needs, and keep that for this project",
    group: "Receiving",
    setting: false,
    default: false,
  }),
  showToken: switchOption({
    flag: "--show-token",
    help: "print the token, or what else --auth made for this project, and end",
    group: "Receiving",
    setting: false,
    default: false,
  }),
  maxBody: valueOption({
    flag: "--max-body <size>",
    help: "larger bodies get 413",
    group: "Receiving",
    type: size,
    default: listenDefaults.maxBodyBytes,
  }),
  respond: valueOption({
    flag: "--respond <when>",
    help: "answer once the event is recorded, or with what the handlers answered: recorded or handler",
    group: "Receiving",
    type: choice(["recorded", "handler"]),
    default: "recorded",
  }),
  events: joinedOption({
    flag: "-e, --events <patterns>",
    help: "only these, such as subscription.*,!user",
    group: "Selecting",
    type: patterns,
    whole: joinPatterns,
  }),
  count: valueOption({
    flag: "--count <n>",
    help: "end by itself after so many events",
    group: "Ending",
    type: count,
    setting: false,
  }),
  untilEvent: valueOption({
    flag: "--until-event <pattern>",
    help: "end by itself when such an event came",
    group: "Ending",
    type: patterns,
    setting: false,
  }),
  for: valueOption({
    flag: "--for <duration>",
    help: "end after so long; exit 1 if what --count or --until-event waits for did not come",
    group: "Ending",
    type: duration,
    setting: false,
  }),
};
