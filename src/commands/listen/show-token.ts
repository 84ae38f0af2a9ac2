import {
  authentications,
  namesIn,
  needsOf,
  pick,
  type AuthenticationName,
  type CredentialName,
} from "../../authentication/index.ts";
import { jsonLine } from "../../output/index.ts";
import type { ProjectState } from "../../state/index.ts";
import type { CommandContext, CommandInput } from "../command.ts";
import { givenCredentials, keptCredentials, keptScheme } from "../credentials.ts";
import { givenIsNotShown, nothingKept, showsAndMakes, showsNothing } from "../sentences/authentication.ts";

/**
 * Prints what this project demands of a sender: what an earlier session made. Throws `HooksError` where that is nothing,
 * or was given and so is not ours to show.
 */
export async function showToken(
  input: CommandInput<"auth" | "newToken" | CredentialName>,
  { terminal, program, clock, random }: CommandContext,
  state: ProjectState,
): Promise<0> {
  if (input.options.newToken) throw showsAndMakes();
  const { auth } = input.options;
  if (auth !== undefined && needsOf(auth).length === 0) throw showsNothing(auth);
  const scheme = auth ?? (await keptScheme(state));
  refuseGiven(scheme, input);
  const kept = await keptCredentials(scheme, state);
  if (needsOf(scheme).some((name) => kept[name] === undefined) || namesIn(kept).length === 0)
    throw nothingKept(scheme, program);
  if (input.options.json) {
    await terminal.out(jsonLine(kept));
    return 0;
  }
  const values = (await authentications[scheme].load()).open(kept, { clock, random }).toPaste(kept);
  const lines = values.map(({ label, value }) => (values.length === 1 ? value : `${label}  ${value}`));
  await terminal.out(lines.map((line) => `${line}\n`).join(""));
  return 0;
}

function refuseGiven(scheme: AuthenticationName, input: CommandInput<CredentialName>): void {
  const [given] = namesIn(pick(givenCredentials(input), needsOf(scheme)));
  if (given !== undefined) throw givenIsNotShown(given, input.given.nameOf(given));
}
