import { HooksError } from "../../errors.ts";
import type { ListenOptions } from "../../sessions/index.ts";
import { keep, readKept, type StatePlace } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";

type Chosen = Pick<ListenOptions, "authentication" | "token" | "tokenIsNew">;

/** What the sender must present. A token that is needed and not given is made once and kept for the project. */
export async function chooseAuthentication(
  { options, origins }: CommandInput<"auth" | "token" | "newToken">,
  { random }: CommandContext,
  state: StatePlace,
): Promise<Chosen> {
  const { token, newToken } = options;
  const authentication = options.auth ?? (token !== undefined || newToken ? "token" : "none");
  if (newToken && token !== undefined) {
    const message = "--new-token makes a token, and --token gives one.";
    throw new HooksError("USAGE", { message, hint: "Leave one of them out." });
  }
  if (authentication === "none" && (newToken || origins.token === "flag")) {
    const message = `--auth none asks for nothing, and ${newToken ? "--new-token makes" : "--token gives"} a token to ask for.`;
    throw new HooksError("USAGE", { message, hint: "Leave one of them out." });
  }
  if (authentication !== "token") return { authentication };
  if (token !== undefined) return { authentication, token };
  const kept = newToken ? undefined : (await readKept(state)).token;
  if (kept !== undefined) return { authentication, token: kept, tokenIsNew: false };
  const made = random.token();
  await keep(state, { token: made });
  return { authentication, token: made, tokenIsNew: true };
}
