import { type Issue, issueSentence, type Json, parsePath, validatePayload } from "../../../src/events/index.ts";
import { writtenByHand } from "./written-by-hand.ts";
import { setAt, unsetAt } from "../../harness/changed-at.ts";

export type Name = keyof typeof writtenByHand;

export const changed = (name: Name, path: string, value: Json) =>
  setAt(writtenByHand[name], parsePath(path), value).payload;
export const without = (name: Name, path: string) => unsetAt(writtenByHand[name], parsePath(path)).payload;

/** `✖ path: sentence` for an error, `! …` for a note; the notes of what the payloads lack as they are left out. */
export function told(name: Name, payload: Json): string[] {
  const before = validatePayload(writtenByHand[name]).issues.map(line);
  return validatePayload(payload, { isSecret: (field) => field === "password" })
    .issues.map(line)
    .filter((one) => !before.includes(one));
}

const line = (issue: Issue) => `${issue.severity === "error" ? "✖" : "!"} ${issue.path}: ${issueSentence(issue)}`;
