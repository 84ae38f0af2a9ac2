import type { Target } from "../../src/delivery/index.ts";
import { everyEvent } from "../../src/events/index.ts";
import { command as kind } from "../../src/delivery/targets/command.ts";

/** The target that a command is, typed after `--exec`. */
export function commandTarget(command: string): Target {
  const address = kind.parse(`command:${command}`, command);
  return { name: address.name, patterns: everyEvent, address, headers: [] };
}
