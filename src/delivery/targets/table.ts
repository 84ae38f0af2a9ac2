import { command } from "./command.ts";
import { http } from "./http.ts";
import type { TargetKind } from "./kind.ts";

/**
 * The kinds of target, in the order in which a text is held against them; http comes last, for it also answers for what
 * is no address at all. To add one, write its file and give it a line here. A kind is read whole wherever a target is
 * named, so what is heavy in it is imported when its sink is opened.
 */
export const targetKinds = {
  command,
  http,
} satisfies Record<string, TargetKind>;

export type TargetKindName = keyof typeof targetKinds;

const kinds: Readonly<Record<string, TargetKind>> = targetKinds;

const commonFirst = Object.values(kinds).toReversed();

/** `a URL, host:port or a port; or command:<command>` */
export const targetForms = commonFirst.map(({ forms }) => forms).join("; or ");

/** `a URL (http://localhost:3000/hooks), host:port …; or a command (command:node handle.js)` */
export const targetExamples = commonFirst.map(({ examples }) => examples).join("; or ");

/** The kind that a text is an address of; undefined for what has events in front, or is none. */
export function kindClaiming(text: string): TargetKind | undefined {
  return Object.values(kinds).find((kind) => kind.claims(text));
}

/** The same, and the last kind for what no kind claims: it says what is wrong. */
export function kindOf(text: string): TargetKind {
  return kindClaiming(text) ?? targetKinds.http;
}

/** Throws a TypeError for a name that is not in the table. */
export function kindNamed(name: string): TargetKind {
  const kind = kinds[name];
  if (kind === undefined) throw new TypeError(`Unknown kind of target: ${name}.`);
  return kind;
}

/** What is said of deliveries to this kind that cannot be made again; also of a kind that this version does not know. */
export function notSentAgain(kind: string): string {
  return kinds[kind]?.notSentAgain ?? `to targets of the kind ${kind} cannot be resent`;
}
