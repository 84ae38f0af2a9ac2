import { isReadByCloudflared } from "../../tunnel/index.ts";
import type { Check, Judgement } from "../check.ts";
import { note, ok } from "../judgements.ts";

/** Variables that cloudflared would follow, and those that are meant for us and are not ours. Their values may be secrets. */
export const variables: Check = async ({ unknownVariables, tunnel: { machine } }) => {
  const names = Object.keys(machine.env).filter((name) => (machine.env[name] ?? "") !== "");
  const foreign = names.filter(isReadByCloudflared).toSorted();
  const unknown = await unknownVariables();
  const found = [
    ...(foreign.length === 0 ? [] : [followed(foreign)]),
    ...unknown.map(({ message, hint }) => note(message, ...(hint === undefined ? [] : [hint]))),
  ];
  return found.length === 0 ? [ok("No variable that changes cloudflared is set.")] : found;
};

function followed(names: readonly string[]): Judgement {
  const [subject, them] =
    names.length === 1
      ? ["is set: cloudflared reads it when you start it yourself", "it"]
      : ["are set: cloudflared reads them when you start it yourself", "them"];
  return note(
    `${names.join(", ")} ${subject}; listen does not pass ${them} on.`,
    `Unset ${them} before you start cloudflared yourself.`,
  );
}
