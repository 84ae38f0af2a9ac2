import { redactWords } from "../../../authentication/index.ts";
import type { OutgoingEvent } from "../../outgoing.ts";
import type { Target } from "../../target.ts";
import type { Preview } from "../kind.ts";
import { quoted } from "../shell.ts";
import { argvOf } from "./address.ts";

/** The program as a shell would start it, without the secrets among its arguments. */
export function preview({ event, fixtureText }: OutgoingEvent, target: Target): Preview {
  const argv = redactWords(argvOf(target));
  const input = fixtureText();
  const started = `APPDIRECT_HOOKS_EVENT=${quoted(event)} ${argv.map(quoted).join(" ")}`;
  return { command: `printf %s ${quoted(input)} | ${started}`, facts: { command: argv, event, input } };
}
