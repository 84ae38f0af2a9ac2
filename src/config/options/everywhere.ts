import { switchOption } from "../option.ts";

/** What every command takes. */
export const everywhere = {
  json: switchOption({
    flag: "--json",
    help: "machine output: one JSON value a line, errors too",
    group: "Everywhere",
    default: false,
  }),
  quiet: switchOption({
    flag: "-q, --quiet",
    help: "only the data and errors",
    group: "Everywhere",
    default: false,
  }),
  verbose: switchOption({
    flag: "-v, --verbose",
    help: "everything there is to show, nothing folded",
    group: "Everywhere",
    default: false,
  }),
  debug: switchOption({
    flag: "--debug",
    help: "stack traces of errors, and what cloudflared prints",
    group: "Everywhere",
    default: false,
  }),
  color: switchOption({
    flag: "--color, --no-color",
    help: "colours whatever the terminal says; NO_COLOR and FORCE_COLOR work too",
    group: "Everywhere",
    default: undefined,
    defaultText: "in a terminal",
  }),
  yes: switchOption({
    flag: "-y, --yes",
    help: "agree to what would be asked",
    group: "Everywhere",
    default: false,
  }),
  input: switchOption({
    flag: "--no-input",
    help: "never ask; also under CI and without a terminal",
    group: "Everywhere",
    default: true,
  }),
};
