import { switchOption } from "../option.ts";

/** What every command takes. */
export const everywhere = {
  json: switchOption({
    flag: "--json",
    help: "print JSON, one value per line; errors too",
    group: "Everywhere",
    default: false,
  }),
  quiet: switchOption({
    flag: "-q, --quiet",
    help: "print only data and errors",
    group: "Everywhere",
    default: false,
  }),
  verbose: switchOption({
    flag: "-v, --verbose",
    help: "show everything, nothing folded; with --help, all options",
    brief: "show everything; with --help, all options",
    group: "Everywhere",
    default: false,
  }),
  debug: switchOption({
    flag: "--debug",
    help: "show stack traces of errors, and the output of cloudflared",
    group: "Everywhere",
    default: false,
  }),
  color: switchOption({
    flag: "--color, --no-color",
    help: "always or never use colours; NO_COLOR and FORCE_COLOR also work",
    group: "Everywhere",
    default: undefined,
    defaultText: "in a terminal",
  }),
  yes: switchOption({
    flag: "-y, --yes",
    help: "answer yes to every question",
    group: "Everywhere",
    default: false,
  }),
  input: switchOption({
    flag: "--no-input",
    help: "never ask questions; the default in CI and without a terminal",
    group: "Everywhere",
    default: true,
  }),
};
