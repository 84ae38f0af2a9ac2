import { CommandAddress } from "./command/address.ts";
import { splitCommand } from "./command/split.ts";
import type { TargetKind } from "./kind.ts";

const prefix = "command:";
/** A host that is called so, on a port. */
const hostAndPort = /^command:\d+(?:[/?#]|$)/;

/** A program that runs for every event, the fixture on its standard input. No shell sees its command. */
export const command: TargetKind = {
  forms: "command:<command>",
  examples: "a command (command:node handle.js)",
  claims: (text) => text.startsWith(prefix) && !hostAndPort.test(text),
  parse(text) {
    const typed = text.slice(prefix.length);
    return new CommandAddress(typed, splitCommand(typed));
  },
  notSentAgain: "to commands (--exec) cannot be resent: listen --exec … runs commands only for new events",
  statusFor: () => 502,
  preview: async (event, target) => (await import("./command/preview.ts")).preview(event, target),
  openSink: async (surroundings) => new (await import("./command/sink.ts")).CommandSink(surroundings),
};
