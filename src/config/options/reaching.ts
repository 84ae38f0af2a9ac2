import { unitsMs } from "../../duration.ts";
import { protocols, tunnels } from "../../tunnel/table.ts";
import { optionalOption, refusableOption, switchOption, valueOption } from "../option.ts";
import { choice, duration, headerText, namesOf, publicAddress, text } from "../values.ts";

const tunnelNames = namesOf(tunnels);

/** How AppDirect reaches the listener, and what is done with the address. */
export const reaching = {
  tunnel: refusableOption({
    flag: "--tunnel <kind>, --no-tunnel",
    help: `what gives this machine a public address: ${tunnelNames.map((name) => `${name} (${tunnels[name].summary})`).join(", ")}; or nothing`,
    group: "Public address",
    type: choice(tunnelNames),
    defaultText: "given with --public-url, else quick",
  }),
  publicUrl: valueOption({
    flag: "--public-url <url>",
    help: "the address under which the listener is reached from outside; its path, if it has one, takes the webhooks",
    group: "Public address",
    type: publicAddress,
  }),
  tunnelToken: valueOption({
    flag: "--tunnel-token <@file>",
    help: "the file with the token of --tunnel named; the token itself goes into the variable",
    group: "Public address",
    type: headerText,
    secret: true,
    typedAsFile: true,
  }),
  tunnelProtocol: valueOption({
    flag: "--tunnel-protocol <name>",
    help: `how cloudflared reaches its network: ${protocols.join(", ")}`,
    group: "Public address",
    type: choice(protocols),
    default: "http2" as const,
  }),
  keepTunnel: optionalOption({
    flag: "--keep-tunnel [duration]",
    help: "leave the tunnel up when listen ends, for the next listen of this project; calls get 503 meanwhile. For 12h if no duration is given",
    group: "Public address",
    type: duration,
    alone: 12 * unitsMs.h,
    defaultText: "it ends with listen",
  }),
  exitOnDisconnect: optionalOption({
    flag: "--exit-on-disconnect [duration]",
    help: "end with exit 3 when there was no tunnel for so long, from the start on; 30s if no duration is given",
    group: "Public address",
    type: duration,
    alone: 30_000,
    defaultText: "60s for the first connection; later losses are retried for ever",
  }),
  cloudflared: valueOption({
    flag: "--cloudflared <path>",
    help: "the program that opens the tunnel; CLOUDFLARED_BIN names it too",
    group: "Public address",
    type: text,
    otherVariable: "CLOUDFLARED_BIN",
    defaultText: "the one on PATH, else the one in our cache",
  }),
  copy: switchOption({
    flag: "--copy",
    help: "put the address on the clipboard",
    group: "Public address",
    setting: false,
    default: false,
  }),
  printUrl: switchOption({
    flag: "--print-url",
    help: "the address alone, as the first line of stdout",
    group: "Public address",
    setting: false,
    default: false,
  }),
  readyFile: valueOption({
    flag: "--ready-file <file>",
    help: "written when events can come, and again when the address changes; gone before and afterwards",
    group: "Public address",
    type: text,
  }),
};
