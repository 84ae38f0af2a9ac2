import { unitsMs } from "../../duration.ts";
import { protocols, tunnels } from "../../tunnel/table.ts";
import { optionalOption, refusableOption, switchOption, valueOption } from "../option.ts";
import { choice, duration, headerText, namesOf, publicAddress, text } from "../values.ts";

const tunnelNames = namesOf(tunnels);

/** How AppDirect reaches the listener, and what is done with the address. */
export const reaching = {
  tunnel: refusableOption({
    flag: "--tunnel <kind>, --no-tunnel",
    help: `how to get a public address: ${tunnelNames.map((name) => `${name} (${tunnels[name].summary})`).join(", ")}; --no-tunnel for none`,
    brief: `public address: ${tunnelNames.join(", ")}, or none`,
    group: "Public address",
    type: choice(tunnelNames),
    defaultText: "given if --public-url is set, else quick",
  }),
  publicUrl: valueOption({
    flag: "--public-url <url>",
    help: "public address of the listener; webhooks arrive at its path, if it has one",
    group: "Public address",
    type: publicAddress,
  }),
  tunnelToken: valueOption({
    flag: "--tunnel-token <@file>",
    help: "file with the token for --tunnel named; or set the variable to the token itself",
    group: "Public address",
    type: headerText,
    secret: true,
    typedAsFile: true,
  }),
  tunnelProtocol: valueOption({
    flag: "--tunnel-protocol <name>",
    help: `protocol between cloudflared and its network: ${protocols.join(", ")}`,
    group: "Public address",
    type: choice(protocols),
    default: "http2" as const,
  }),
  keepTunnel: optionalOption({
    flag: "--keep-tunnel [duration]",
    help: "keep the tunnel and its address for the next listen of this project; requests get 503 meanwhile; 12h if no duration is given",
    brief: "keep the address for the next listen (12h)",
    group: "Public address",
    type: duration,
    alone: 12 * unitsMs.h,
    defaultText: "the tunnel ends with listen",
  }),
  exitOnDisconnect: optionalOption({
    flag: "--exit-on-disconnect [duration]",
    help: "exit with status 3 after this long without a tunnel, also at the start; 30s if no duration is given",
    group: "Public address",
    type: duration,
    alone: 30_000,
    defaultText: "60s for the first connection; after that, listen keeps reconnecting",
  }),
  cloudflared: valueOption({
    flag: "--cloudflared <path>",
    help: "path of the cloudflared program; CLOUDFLARED_BIN also works",
    brief: "path of the cloudflared program",
    group: "Public address",
    type: text,
    otherVariable: "CLOUDFLARED_BIN",
    defaultText: "the one on PATH, else the downloaded one",
  }),
  copy: switchOption({
    flag: "--copy",
    help: "copy the address to the clipboard",
    group: "Public address",
    setting: false,
    default: false,
  }),
  printUrl: switchOption({
    flag: "--print-url",
    help: "print the address alone on the first line of stdout",
    group: "Public address",
    setting: false,
    default: false,
  }),
  readyFile: valueOption({
    flag: "--ready-file <file>",
    help: "file to write when listen is ready and when the address changes; deleted at the start and the end",
    group: "Public address",
    type: text,
  }),
};
